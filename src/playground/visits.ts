import type { Playground } from './playground.ts'

/** How much of the host visitors may have. Times in milliseconds. */
export interface VisitLimits {
  /** Visits at the same time. */
  readonly most: number
  /** Visits begun within a minute, whoever begins them. */
  readonly begunPerMinute: number
  /** Without a window open and without doing anything. */
  readonly idle: number
  readonly lifetime: number
  /** Bytes that one request may send, and those of a visit in all. */
  readonly request: number
  readonly bytes: number
  /** Requests of a visit within a minute that do something; to begin anew counts as ten. */
  readonly actsPerMinute: number
  /** Open windows of a visit. */
  readonly windows: number
}

/** For a small machine: a visit takes some 10 MB, and its requests some milliseconds each. */
export const usualLimits: VisitLimits = {
  most: 30,
  begunPerMinute: 15,
  idle: 10 * 60_000,
  lifetime: 60 * 60_000,
  request: 64_000,
  bytes: 2_000_000,
  actsPerMinute: 60,
  windows: 4,
}

/** A visitor's workspace. */
export interface Visit {
  readonly id: string
  readonly playground: Promise<Playground>
  /** Takes note of a window that opens; gives what closes it, or undefined where there are too many. */
  openWindow(): (() => void) | undefined
  /** Whether a request that does something may be carried out now. */
  mayDo(bytes: number, weight?: number): boolean
}

interface Kept extends Visit {
  readonly since: number
  seen: number
  windows: number
}

const MINUTE = 60_000

/** The visits under way: as many, as long and as busy as the limits allow, none with anything of another. */
export class Visits {
  readonly #start: () => Promise<Playground>
  readonly #limits: VisitLimits
  readonly #now: () => number
  readonly #newId: () => string
  readonly #kept = new Map<string, Kept>()
  #begun: readonly number[] = []

  constructor(options: {
    start: () => Promise<Playground>
    limits: VisitLimits
    now: () => number
    newId: () => string
  }) {
    this.#start = options.start
    this.#limits = options.limits
    this.#now = options.now
    this.#newId = options.newId
  }

  /** The visit with an id, if it is still under way. */
  find(id: string): Visit | undefined {
    const visit = this.#kept.get(id)
    if (visit === undefined || this.#isOver(visit)) return undefined
    visit.seen = this.#now()
    return visit
  }

  /** Begins a visit; undefined where there is no place for one. */
  async begin(): Promise<Visit | undefined> {
    await this.sweep()
    const now = this.#now()
    this.#begun = this.#begun.filter((at) => now - at < MINUTE)
    if (this.#kept.size >= this.#limits.most || this.#begun.length >= this.#limits.begunPerMinute) return undefined
    this.#begun = [...this.#begun, now]
    const visit = this.#visit(this.#newId(), now)
    this.#kept.set(visit.id, visit)
    // Whoever asks of it hears of a failure; a visit that could not begin keeps no place.
    visit.playground.catch(() => this.#kept.delete(visit.id))
    return visit
  }

  /** Ends the visits whose time is over. */
  async sweep(): Promise<void> {
    await this.#end([...this.#kept.values()].filter((visit) => this.#isOver(visit)))
  }

  /** Ends all visits. */
  async close(): Promise<void> {
    await this.#end([...this.#kept.values()])
  }

  async #end(visits: readonly Kept[]): Promise<void> {
    for (const { id } of visits) this.#kept.delete(id)
    await Promise.all(
      visits.map(async ({ playground }) => {
        const started = await playground.catch(() => undefined)
        await started?.close()
      }),
    )
  }

  #isOver({ since, seen, windows }: Kept): boolean {
    const now = this.#now()
    return now - since >= this.#limits.lifetime || (windows === 0 && now - seen >= this.#limits.idle)
  }

  #visit(id: string, now: number): Kept {
    const { windows: mostWindows, bytes: mostBytes, actsPerMinute } = this.#limits
    let bytes = 0
    let acts: readonly number[] = []
    const visit: Kept = {
      id,
      since: now,
      seen: now,
      windows: 0,
      playground: this.#start(),
      openWindow: () => {
        if (visit.windows >= mostWindows) return undefined
        visit.windows += 1
        return () => {
          visit.windows -= 1
          visit.seen = this.#now()
        }
      },
      mayDo: (size, weight = 1) => {
        const at = this.#now()
        acts = acts.filter((before) => at - before < MINUTE)
        if (bytes + size > mostBytes || acts.length + weight > actsPerMinute) return false
        bytes += size
        acts = [...acts, ...Array.from({ length: weight }, () => at)]
        return true
      },
    }
    return visit
  }
}
