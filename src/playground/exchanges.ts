import type { Exchange } from './protocol.ts'

const KEPT = 400

/** The log of all that went between Slack and the app, newest last, in memory only. */
export class ExchangeLog {
  readonly #onChange: (exchange: Exchange) => void
  #exchanges: Exchange[] = []
  #lastId = 0

  constructor(onChange: (exchange: Exchange) => void) {
    this.#onChange = onChange
  }

  /** Adds an exchange, still without its answer. */
  begin(exchange: Omit<Exchange, 'id'>): Exchange {
    this.#lastId += 1
    const begun = { ...exchange, id: this.#lastId }
    this.#exchanges = [...this.#exchanges.slice(1 - KEPT), begun]
    this.#onChange(begun)
    return begun
  }

  /** Completes an exchange. */
  finish(id: number, outcome: Partial<Pick<Exchange, 'answer' | 'problem' | 'violations' | 'judged'>>): void {
    const found = this.find(id)
    if (found === undefined) return
    const finished = { ...found, ...outcome }
    this.#exchanges = this.#exchanges.map((exchange) => (exchange.id === id ? finished : exchange))
    this.#onChange(finished)
  }

  /** The exchange with an id. */
  find(id: number): Exchange | undefined {
    return this.#exchanges.find((exchange) => exchange.id === id)
  }

  /** All exchanges, oldest first. */
  all(): Exchange[] {
    return this.#exchanges
  }

  /** Forgets all exchanges. */
  clear(): void {
    this.#exchanges = []
  }
}
