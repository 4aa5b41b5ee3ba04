/** The work that is under way, so that a stop can wait for it. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing is left, or after `patience` milliseconds. */
  settled(patience: number): Promise<void>
}

/** A register of work that is under way. */
export function trackWork(): InFlight {
  const running = new Set<Promise<unknown>>()
  const nothingLeft = async () => {
    while (running.size > 0) await Promise.allSettled(running)
  }
  return {
    track(work) {
      running.add(work)
      const done = () => running.delete(work)
      work.then(done, done)
      return work
    },
    async settled(patience) {
      let timer: NodeJS.Timeout | undefined
      const outOfPatience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience)
      })
      await Promise.race([nothingLeft(), outOfPatience])
      clearTimeout(timer)
    },
  }
}
