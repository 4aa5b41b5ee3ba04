import { randomBytes } from 'node:crypto'

const LIFETIME = 30 * 60 * 1000
const USES = 5

/** Where and to whom a response_url answers. */
export interface ResponseTarget {
  person: string
  conversation: string
  threadTs?: string
  /** The message whose element was used: what replace_original and delete_original mean. */
  original?: { ts: string; ephemeral: boolean }
}

interface Issued extends ResponseTarget {
  at: number
  uses: number
}

/** The response_urls given out with requests: each good for five answers in thirty minutes. */
export class ResponseUrls {
  readonly #now: () => number
  readonly #base: string
  readonly #issued = new Map<string, Issued>()

  constructor(base: string, now: () => number) {
    this.#base = base
    this.#now = now
  }

  /** A new response_url. */
  issue(target: ResponseTarget): string {
    const token = randomBytes(18).toString('base64url')
    this.#issued.set(token, { ...target, at: this.#now(), uses: 0 })
    return `${this.#base}/response/${token}`
  }

  /** Counts one use of a response_url, or says by Slack's error code why it can't be used. */
  use(token: string): ResponseTarget | { error: string } {
    const issued = this.#issued.get(token)
    if (issued === undefined) return { error: 'invalid_url' }
    if (this.#now() - issued.at > LIFETIME) return { error: 'expired_url' }
    if (issued.uses >= USES) return { error: 'used_url' }
    issued.uses += 1
    return issued
  }
}
