import type { Log } from '../log.ts'
import type { KnowledgeHolder } from '../service.ts'
import type { Storage } from '../storage/storage.ts'

/** What every listener may use. Made once, in the composition root. */
export interface Edge {
  readonly knowledge: KnowledgeHolder
  readonly storage: Storage
  readonly log: Log
  readonly now: () => Date
  /** Makes a short id that hasn't been given out before, for people to quote. */
  readonly newId: () => string
  readonly startedAt: Date
  /** The name of the slash command, such as `/mesh`. */
  readonly command: string
  readonly feedbackUrl?: string | undefined
}
