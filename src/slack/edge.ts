import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Readiness } from '../readiness.ts'
import type { KnowledgeHolder } from '../service.ts'
import type { Storage } from '../storage/storage.ts'

/** What every listener may use. Made once, in the composition root. */
export interface Edge {
  readonly knowledge: KnowledgeHolder
  /** Reads the knowledge files now, if they have changed. */
  refresh(): void
  readonly storage: Storage
  readonly log: Log
  readonly now: () => Date
  /** Makes a short id that hasn't been given out before, for people to quote. */
  readonly newId: () => string
  readonly startedAt: Date
  readonly metrics: Metrics
  readonly readiness: Readiness
  /** The name of the slash command, such as `/mesh`. */
  readonly command: string
  readonly feedbackUrl?: string | undefined
}
