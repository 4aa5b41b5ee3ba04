import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMetrics } from '../../src/metrics.ts'
import { createReadiness } from '../../src/readiness.ts'
import { watchSocket } from '../../src/slack/socket-state.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a process is ready once its socket is connected, and for a minute after it was lost', async () => {
  const client = new EventEmitter()
  const metrics = createMetrics({ version: '1', ofProcess: false })
  const readiness = createReadiness({ onFailure: () => undefined })
  watchSocket(client, { readiness, metrics })
  readiness.started()
  const look = async (after: number) => {
    await vi.advanceTimersByTimeAsync(after)
    return readiness.look()
  }
  expect(await look(0)).toEqual(['the socket is not connected'])
  client.emit('connected')
  expect(await look(2_000)).toEqual([])
  expect(await metrics.text()).toMatch(/^meshwise_socket_connected 1$/m)
  client.emit('reconnecting')
  client.emit('disconnected')
  expect(await look(58_000)).toEqual([])
  expect(await look(2_000)).toEqual(['the socket is not connected'])
  expect(await metrics.text()).toMatch(/^meshwise_socket_connected 0$/m)
  expect(await metrics.text()).toMatch(/^meshwise_socket_reconnects_total 1$/m)
  client.emit('connected')
  expect(await look(2_000)).toEqual([])
})
