import type { Edge } from './edge.ts'

/** How long the socket may be away before this process isn't ready any more, in milliseconds: Slack renews it every few hours. */
const GRACE = 60_000

/** Lets readiness and metrics know whether the socket is connected. It never was until it first is. */
export function watchSocket(
  client: { on(event: 'connected' | 'reconnecting' | 'disconnected', listener: () => void): unknown },
  { readiness, metrics }: Pick<Edge, 'readiness' | 'metrics'>,
): void {
  let isConnected = false
  let lostAt = Number.NEGATIVE_INFINITY
  const lost = () => {
    if (!isConnected) return
    isConnected = false
    lostAt = performance.now()
    metrics.socket(false)
  }
  client.on('connected', () => {
    isConnected = true
    metrics.socket(true)
  })
  client.on('reconnecting', lost)
  client.on('disconnected', lost)
  readiness.require('the socket is not connected', async () =>
    isConnected || performance.now() - lostAt < GRACE ? undefined : 'the socket is not connected',
  )
}
