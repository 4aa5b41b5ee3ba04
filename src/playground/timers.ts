// Node turns a longer wait into one of a millisecond.
const LONGEST = 2 ** 31 - 1

/** Timers that all end when the playground does. */
export class Timers {
  readonly #pending = new Map<NodeJS.Timeout, (() => void) | undefined>()

  /** Runs something later. */
  after(milliseconds: number, run: () => void): void {
    const wait = Math.min(milliseconds, LONGEST)
    const timer = setTimeout(() => {
      this.#pending.delete(timer)
      if (milliseconds > LONGEST) this.after(milliseconds - LONGEST, run)
      else run()
    }, wait)
    this.#pending.set(timer, undefined)
  }

  /** Waits; waiters go on at once when the playground ends. */
  wait(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#pending.delete(timer)
        resolve()
      }, milliseconds)
      this.#pending.set(timer, resolve)
    })
  }

  /** Ends all timers. */
  clear(): void {
    for (const [timer, resolve] of this.#pending) {
      clearTimeout(timer)
      resolve?.()
    }
    this.#pending.clear()
  }
}
