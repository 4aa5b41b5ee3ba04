import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { healthyDials } from '../../src/playground/dials.ts'
import { isObject } from '../../src/playground/json.ts'
import type { Playground } from '../../src/playground/playground.ts'
import type { Dials } from '../../src/playground/protocol.ts'
import { startStub } from './start.ts'
import { Window } from './window.ts'

let playground: Playground
let ada: Window

beforeAll(async () => {
  playground = await startStub()
  ada = await Window.open(playground.url, 'ada')
})

afterEach(async () => {
  await ada.control({ do: 'dials', dials: healthyDials })
  await ada.control({ do: 'clear-exchanges' })
})

afterAll(async () => {
  ada.close()
  await playground.close()
})

const dial = (change: Partial<Dials>) => ada.control({ do: 'dials', dials: { ...healthyDials, ...change } })

describe('a slow or failing Slack', () => {
  it('answers late', async () => {
    await dial({ apiLatency: 300 })
    await ada.say('platform', '@meshwise slow?')
    const call = await ada.until(({ exchanges }) =>
      exchanges.find(({ kind, answer }) => kind === 'chat.postMessage' && answer !== undefined),
    )
    expect(call.answer?.milliseconds).toBeGreaterThanOrEqual(290)
  })

  it.each([
    ['rate_limited', 429],
    ['server_error', 503],
    ['connection_lost', 0],
  ] as const)('fails once by %s, and the app tries again', async (apiFailure, status) => {
    await dial({ apiFailure, failuresLeft: 1, retryAfter: 0, failingMethod: 'chat.postMessage' })
    await ada.say('platform', `@meshwise ${apiFailure}?`)
    await ada.message(`Answer to: ${apiFailure}?`)
    const calls = ada.snapshot.exchanges.filter(({ kind }) => kind === 'chat.postMessage')
    expect(calls.map(({ answer }) => answer?.status)).toEqual([status, 200])
    expect(ada.snapshot.dials.failuresLeft).toBe(0)
  })

  it('sends events again, as when acknowledgements are lost', async () => {
    await dial({ eventRetries: 2 })
    await ada.say('platform', '@meshwise twice?')
    await ada.until(({ exchanges }) => exchanges.filter(({ kind }) => kind === 'app_mention').length === 3)
    const mentions = ada.snapshot.exchanges.filter(({ kind }) => kind === 'app_mention')
    expect(mentions.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2'])
    expect(mentions.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      'http_timeout',
      'http_timeout',
    ])
    expect(new Set(mentions.map(({ body }) => isObject(body) && body.event_id)).size).toBe(1)
  })

  it('lets trigger_ids grow old on the way', async () => {
    await dial({ deliveryLatency: 3200 })
    await ada.say('platform', '/mesh modal')
    const refused = await ada.until(({ exchanges }) =>
      exchanges.find(({ kind, answer }) => kind === 'views.open' && answer),
    )
    expect(refused.answer?.body).toContain('expired_trigger_id')
  })

  it('takes invalid blocks when told to', async () => {
    await dial({ refuseInvalidBlocks: false })
    await ada.say('platform', '/mesh invalid')
    const taken = await ada.until(({ messages }) => messages.find(({ blocks }) => blocks[0]?.type === 'nonsense'))
    expect(taken.text).toBe('x')
  })
})

describe('replay', () => {
  it('sends the same event with a new signature', async () => {
    await ada.say('platform', '@meshwise again?')
    const event = await ada.until(({ exchanges }) =>
      exchanges.find(({ kind, answer }) => kind === 'app_mention' && answer),
    )
    await ada.control({ do: 'replay', exchange: event.id })
    const replayed = await ada.until(({ exchanges }) => exchanges.find(({ replayOf }) => replayOf === event.id))
    expect(replayed.body).toEqual(event.body)
    await ada.until(({ messages }) => messages.filter(({ text }) => text === 'Answer to: again?').length === 2)
  })

  it('renews what has expired in an interaction', async () => {
    await ada.say('platform', '/mesh slow')
    await ada.message('Answer 5')
    const command = await ada.until(({ exchanges }) => exchanges.find(({ kind }) => kind === 'slash_command'))
    await ada.control({ do: 'replay', exchange: command.id })
    await ada.until(({ messages }) => messages.filter(({ text }) => text === 'Answer 5').length === 2)
  })
})
