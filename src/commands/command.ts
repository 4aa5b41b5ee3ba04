import type { ModeOfMesh } from '../knowledge/knowledge.ts'

/**
 * Every kind of command, with all that its answer depends on. Ids are those of the knowledge. The file of each command
 * in `rows/` adds its own kind here; the compiler then asks for its row in `table.ts`.
 */
export interface Commands {
  readonly incomplete: Incomplete
}

export type Kind = keyof Commands

/** What a question was understood as, what a person typed after `/mesh`, what a button or a form stands for. */
export type Command<K extends Kind = Kind> = {
  readonly [P in K]: Commands[P] & Aside & { readonly kind: P }
}[K]

/** What a question says beside what it asks. */
export interface Aside {
  /** How sure it is that it was meant so: absent where a command was typed or pressed. */
  readonly doubt?: Doubt
  /** The id of a product beside the meshes that it names: its answer begins with what that is. */
  readonly beside?: string
}

/** How sure it is that a question was meant so. Absent where a command was typed or pressed. */
export interface Doubt {
  /** Ids of the topics that it could also be on, the likeliest first. */
  readonly perhaps: readonly string[]
}

/** A command that can't be carried out as it stands: what is wrong with it, and what to say instead. */
export interface Incomplete {
  /** What was typed: said again, it gets the same answer. */
  readonly said: string
  readonly title: string
  readonly problem: string
  readonly choices: readonly { readonly label: string; readonly command: Command }[]
  /** Whether it holds words that the command has no place for: what was typed is then perhaps a question. */
  readonly isPerhapsQuestion?: boolean
}

/** What a comparison is on. */
export type Scope =
  | { readonly kind: 'overall' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'topics'; readonly topics: readonly string[] }

/** Meshes by their ids in the order named, and the modes in which some of them are meant. */
export interface NamedMeshes {
  readonly meshes: readonly string[]
  readonly modes: readonly ModeOfMesh[]
}
