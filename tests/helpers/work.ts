import { Session } from 'node:inspector'

/** Counts what a function makes the machine do: how often blocks of code run, ours and the libraries'. */
export interface WorkCounter {
  of(task: () => unknown): number
  stop(): void
}

/**
 * Starts to count work by V8's precise coverage. Unlike a time, a count is the same on every machine and under every load.
 * What native code does, such as matching a regular expression, counts once a call.
 */
export function countWork(): WorkCounter {
  const session = new Session()
  session.connect()
  const take = (): number => {
    let total = 0
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error
      for (const { url, functions } of taken.result) {
        if (url.startsWith('node:')) continue
        for (const { ranges } of functions) for (const { count } of ranges) total += count
      }
    })
    return total
  }
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    of(task) {
      take()
      task()
      return take()
    },
    stop() {
      session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}
