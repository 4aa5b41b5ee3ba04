import type { DiffSide } from '../knowledge/diff.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Loaded } from '../knowledge/parse.ts'
import type { Problem } from '../knowledge/problem.ts'
import type { Meshwise } from '../meshwise.ts'
import type { DatabaseReport } from '../storage/maintain.ts'
import type { Correction } from '../storage/storage.ts'
import type { Asker } from './asker.ts'
import type { Web } from './upstream/web.ts'

/** The knowledge at a revision, or what is wrong with it. */
type RevisedSide = DiffSide | { readonly problems: readonly Problem[] }

/** All that the terminal command has to do with the world. */
export interface Io {
  /** To stdout, as it is. */
  readonly write: (text: string) => void
  /** To stderr, as it is. */
  readonly writeError: (text: string) => void
  /** The lines of stdin, as they come. */
  readonly lines: () => AsyncIterable<string>
  /** Characters that fit a line. */
  readonly columns: number
  readonly color: boolean
  /** Today as YYYY-MM-DD. */
  readonly today: string
  /** Of Meshwise, such as 1.2.0. */
  readonly version: string
  /** The knowledge, as it was checked once where nothing has changed since; `fresh` checks it anew. */
  readonly load: (how?: { readonly fresh: boolean }) => Loaded | Promise<Loaded>
  /** The knowledge as it was at a git revision. Rejects with git's error where there is none. */
  readonly knowledgeAt: (revision: string) => Promise<RevisedSide> | RevisedSide
  /** The corrections that users have sent in, the newest first. */
  readonly corrections: () => Promise<readonly Correction[]>
  /** The bot's database. Each rejects with a StartError where it can't be used. */
  readonly database: {
    /** The names of the changes of tables that were made. */
    migrate(): Promise<readonly string[]>
    check(): Promise<DatabaseReport>
    /** Both are addresses as in DATABASE_URL. Gives the number of rows by table. */
    copy(from: string, to: string): Promise<Readonly<Record<string, number>>>
  }
  /** The text of a file. Throws Node's error when it can't be read. */
  readonly readFile: (path: string) => string
  /** The network: `mesh knowledge upstream` alone goes there. */
  readonly web: Web
  /** Absent where nobody sits at a terminal. */
  readonly asker?: (() => Asker | Promise<Asker>) | undefined
  readonly createMeshwise: (knowledge: Knowledge) => Meshwise | Promise<Meshwise>
}
