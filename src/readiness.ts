import { inTime } from './in-time.ts'

/** How long a condition is waited for, in milliseconds: less than who probes would wait. */
const LIMIT = 2_000

/** For how long a look is good, in milliseconds: whoever asks more often isn't told more, and costs nothing more. */
const GOOD_FOR = 1_000

/** What has to hold for requests to be served. Resolves to what is wrong, or rejects. */
export type Condition = () => Promise<string | undefined>

/** Whether this process is fit to serve. */
export interface Readiness {
  /** What is wrong; nothing when it is ready. */
  look(): Promise<readonly string[]>
  /** From now on this has to hold too. `failing` says what is wrong when it rejects. */
  require(failing: string, condition: Condition): void
  /** Everything is there to serve requests. */
  started(): void
  /** It is about to stop. */
  stopping(): void
}

export interface ReadinessOptions {
  /** Told why a condition rejected. */
  readonly onFailure: (failing: string, error: unknown) => void
}

/** A process that is starting. */
export function createReadiness({ onFailure }: ReadinessOptions): Readiness {
  const conditions: (readonly [failing: string, condition: Condition])[] = []
  let phase: string | undefined = 'starting'
  let last: { readonly at: number; readonly problems: Promise<readonly string[]> } | undefined

  const problemOf = async ([failing, condition]: (typeof conditions)[number]) => {
    try {
      return await inTime(condition(), LIMIT)
    } catch (error) {
      onFailure(failing, error)
      return failing
    }
  }
  const lookAtAll = async () =>
    (await Promise.all(conditions.map(problemOf))).filter((problem) => problem !== undefined)

  return {
    async look() {
      if (phase !== undefined) return [phase]
      const at = performance.now()
      if (last === undefined || at - last.at > GOOD_FOR) last = { at, problems: lookAtAll() }
      return last.problems
    },
    require: (failing, condition) => void conditions.push([failing, condition]),
    started() {
      phase = undefined
    },
    stopping() {
      phase = 'stopping'
    },
  }
}
