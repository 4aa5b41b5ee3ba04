import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client'

/** By which way a request of Slack came. */
export const requestSurfaces = ['event', 'command', 'action', 'shortcut', 'view', 'other'] as const
export type RequestSurface = (typeof requestSurfaces)[number]

/** What became of a call to Slack over HTTP. A refusal in the body of an answer counts as answered. */
export type CallOutcome = 'answered' | 'rate_limited' | 'failed' | 'unreachable'

/** What a scrape is told of the knowledge in service. */
export interface KnowledgeState {
  readonly loadedAt: Date
  readonly cells: number
  /** The day of the oldest check of a cell, as YYYY-MM-DD; absent when there are no cells. */
  readonly oldestCheck?: string | undefined
  /** How much is wrong with the newest files. */
  readonly problems: number
}

/** Counts and times of what the process does, for Prometheus. No label ever holds what somebody wrote, or who. */
export interface Metrics {
  /** A request was dealt with, in so many seconds. */
  requested(surface: RequestSurface, seconds: number): void
  /** Slack got its acknowledgement after so many seconds; it waits for three. */
  acknowledged(surface: RequestSurface, seconds: number): void
  /** Something went wrong with a request: of a kind that the user can do something about, or of our own. */
  requestFailed(reason: 'refused' | 'ours'): void
  answered(kind: string): void
  slackCalled(method: string, outcome: CallOutcome, seconds: number): void
  /** An event came again: answered before, or left to come again since another replica is at it. */
  deliveredAgain(outcome: 'answered_before' | 'left'): void
  socket(isConnected: boolean): void
  queried(operation: string, seconds: number, failed: boolean): void
  /** The database was done without, or did not keep what somebody sent. */
  forgotten(what: string): void
  worked(kind: string, outcome: 'done' | 'failed' | 'given_up'): void
  overdue(seconds: number): void
  /** Where a scrape finds out about the knowledge. */
  readonly knowledgeFrom: (look: () => KnowledgeState) => void
  text(): Promise<string>
  readonly contentType: string
}

/** From a millisecond to Slack's deadline, which is a bucket of its own, and beyond. In seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10]

export interface MetricsOptions {
  readonly version: string
  /** Whether memory, garbage collection and the event loop are watched too, at the cost of a timer. */
  readonly ofProcess: boolean
}

/** Metrics in a registry of their own. */
export function createMetrics({ version, ofProcess }: MetricsOptions): Metrics {
  const registry = new Registry()
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const name = (rest: string) => `meshwise_${rest}`
  const counter = <T extends string>(rest: string, help: string, labelNames: readonly T[]) =>
    new Counter<T>({ name: name(rest), help, labelNames, registers })
  const histogram = <T extends string>(rest: string, help: string, labelNames: readonly T[]) =>
    new Histogram<T>({ name: name(rest), help, labelNames, buckets, registers })
  const gauge = (rest: string, help: string, collect?: (this: Gauge) => void) =>
    new Gauge({ name: name(rest), help, registers, ...(collect ? { collect } : {}) })

  const requests = counter('requests_total', 'Requests of Slack that were dealt with', ['surface'])
  const answerSeconds = histogram('answer_seconds', 'From a request to the end of all that it asked for', ['surface'])
  const ackSeconds = histogram('ack_seconds', 'From a request to its acknowledgement; Slack waits for 3 s', ['surface'])
  const failures = counter('request_failures_total', 'Requests that went wrong', ['reason'])
  const answers = counter('answers_total', 'Answers, by their kind', ['kind'])
  const calls = counter('slack_api_calls_total', 'Calls to Slack, each try of its own', ['method', 'outcome'])
  const callSeconds = histogram('slack_api_seconds', 'Calls to Slack', ['method'])
  const again = counter('events_duplicate_total', 'Events that were delivered before', ['outcome'])
  const connected = gauge('socket_connected', '1 while Socket Mode is connected')
  const reconnects = new Counter({
    name: name('socket_reconnects_total'),
    help: 'Times the socket was lost',
    registers,
  })
  const querySeconds = histogram('db_seconds', 'Queries of the database', ['operation'])
  const queryErrors = counter('db_errors_total', 'Queries of the database that failed', ['operation'])
  const forgotten = counter('db_done_without_total', 'What was done without, or not kept, for want of a database', [
    'what',
  ])
  const work = counter('due_work_total', 'Work that was due', ['kind', 'outcome'])
  const overdue = gauge('due_work_overdue_seconds', 'For how long the oldest work has been due that nobody has done')
  new Gauge({ name: name('build_info'), help: 'The version', labelNames: ['version'], registers }).set({ version }, 1)

  return {
    requested(surface, seconds) {
      requests.inc({ surface })
      answerSeconds.observe({ surface }, seconds)
    },
    acknowledged: (surface, seconds) => ackSeconds.observe({ surface }, seconds),
    requestFailed: (reason) => failures.inc({ reason }),
    answered: (kind) => answers.inc({ kind }),
    slackCalled(method, outcome, seconds) {
      calls.inc({ method, outcome })
      callSeconds.observe({ method }, seconds)
    },
    deliveredAgain: (outcome) => again.inc({ outcome }),
    socket(isConnected) {
      connected.set(isConnected ? 1 : 0)
      if (!isConnected) reconnects.inc()
    },
    queried(operation, seconds, failed) {
      querySeconds.observe({ operation }, seconds)
      if (failed) queryErrors.inc({ operation })
    },
    forgotten: (what) => forgotten.inc({ what }),
    worked: (kind, outcome) => work.inc({ kind, outcome }),
    overdue: (seconds) => overdue.set(seconds),
    knowledgeFrom(look) {
      gauge('knowledge_cells', 'Cells of the knowledge in service', function () {
        this.set(look().cells)
      })
      gauge('knowledge_loaded_timestamp_seconds', 'When the knowledge in service was loaded', function () {
        this.set(look().loadedAt.getTime() / 1000)
      })
      gauge('knowledge_oldest_check_timestamp_seconds', 'When the fact was checked that is oldest', function () {
        const { oldestCheck } = look()
        if (oldestCheck !== undefined) this.set(Date.parse(oldestCheck) / 1000)
      })
      gauge('knowledge_problems', 'What is wrong with the newest files; above 0 the knowledge is older', function () {
        this.set(look().problems)
      })
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
