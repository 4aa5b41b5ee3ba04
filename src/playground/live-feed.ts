import type { Patch, Snapshot } from './protocol.ts'

/** Carries changes to the open windows, each to those who may see it. */
export class LiveFeed {
  readonly #windows = new Set<{ name: string; person: string; send: (patch: Patch) => void }>()

  /** Opens a window for a person, by name and id; the returned function closes it. */
  open(name: string, person: string, send: (patch: Patch) => void): () => void {
    const window = { name, person, send }
    this.#windows.add(window)
    return () => {
      this.#windows.delete(window)
    }
  }

  /** Shows all windows a new workspace, in which people have new ids. */
  restart(snapshotOf: (name: string) => Snapshot): void {
    for (const window of this.#windows) {
      const snapshot = snapshotOf(window.name)
      window.person = snapshot.me
      window.send({ kind: 'snapshot', snapshot })
    }
  }

  /** Sends a change to the windows of some people, or of all. */
  publish(patch: Patch, people?: readonly string[]): void {
    for (const window of this.#windows) {
      if (people === undefined || people.includes(window.person)) window.send(patch)
    }
  }
}
