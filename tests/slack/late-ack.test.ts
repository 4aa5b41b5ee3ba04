import type { ReceiverEvent } from '@slack/bolt'
import { expect, test } from 'vitest'
import { acknowledgeEventsLate, DeliverAgain } from '../../src/slack/late-ack.ts'

/** An app whose listener is this, and what became of a delivery in order. */
function appWith(listener: () => Promise<void>, patience: number) {
  const happened: string[] = []
  const app = {
    // As Bolt does it: acknowledged before any listener.
    async processEvent(event: ReceiverEvent) {
      await event.ack()
      await listener()
      happened.push('done')
    },
  }
  acknowledgeEventsLate(app, patience)
  const deliver = (type: string) =>
    app.processEvent({ body: { type }, ack: async () => void happened.push('acknowledged') })
  return { happened, deliver }
}

test('an event is acknowledged after the listener, anything else when Bolt says so', async () => {
  const { happened, deliver } = appWith(async () => undefined, 60_000)
  await deliver('event_callback')
  expect(happened.splice(0)).toEqual(['done', 'acknowledged'])
  await deliver('block_actions')
  expect(happened).toEqual(['acknowledged', 'done'])
})

test('an event that takes long is acknowledged meanwhile, and once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { happened, deliver } = appWith(() => promise, 1)
  const delivered = deliver('event_callback')
  await expect.poll(() => happened).toEqual(['acknowledged'])
  resolve()
  await delivered
  expect(happened).toEqual(['acknowledged', 'done'])
})

test('an event that is to come again is not acknowledged', async () => {
  const { happened, deliver } = appWith(() => Promise.reject(new DeliverAgain('somebody is at it')), 60_000)
  await expect(deliver('event_callback')).rejects.toThrow(DeliverAgain)
  expect(happened).toEqual([])
})
