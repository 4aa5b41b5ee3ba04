import type { HouseFact } from '../knowledge/knowledge.ts'
import type { Cell, Figure, Source, SupportLevel } from '../knowledge/schema.ts'

/** Something with an id and a name to show for it. */
export interface Named {
  readonly id: string
  readonly name: string
}

export interface CitedSource extends Source {
  readonly id: string
}

/** A cell of the knowledge with everything resolved that a card shows of it. */
export interface Fact {
  readonly mesh: Named
  readonly topic: Named
  readonly mode?: Named
  readonly brief?: string | undefined
  readonly support?: SupportLevel | undefined
  readonly reason?: string | undefined
  readonly statement: string
  readonly value?: Cell['value']
  readonly rank?: Cell['rank']
  readonly via: readonly string[]
  /** What is so without any setting. */
  readonly default?: string | undefined
  /** What else must be there. */
  readonly needs: readonly string[]
  readonly since?: string | undefined
  /** When it goes, or went. */
  readonly until?: string | undefined
  readonly maturity?: Cell['maturity']
  readonly edition?: Cell['edition']
  readonly limits: readonly string[]
  readonly figures: readonly Figure[]
  readonly article?: Cell['article']
  readonly belief?: Cell['belief']
  readonly disagreement?: string | undefined
  readonly unverified?: string | undefined
  /** Whether nobody has looked for it yet: then all there is is a statement that says so. */
  readonly missing: boolean
  /** YYYY-MM-DD; undefined where nobody has looked yet. */
  readonly checked: string | undefined
  readonly sources: readonly CitedSource[]
  readonly house?: HouseFact | undefined
  /** How the mesh's modes differ on this topic. */
  readonly modes: readonly Fact[]
}
