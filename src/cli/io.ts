import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Loaded } from '../knowledge/parse.ts'
import type { Meshwise } from '../meshwise.ts'

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
  readonly load: () => Loaded
  readonly createMeshwise: (knowledge: Knowledge) => Meshwise
}
