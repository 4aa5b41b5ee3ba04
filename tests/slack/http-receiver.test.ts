import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeMeshwise } from '../helpers/fake-meshwise.ts'
import { sendSigned } from '../helpers/signed-request.ts'
import { channelMessage, eventCallback, press, slashCommand, submission } from '../helpers/slack-payloads.ts'
import { startSocketMode } from '../helpers/socket-mode.ts'
import { startWholeApp, type WholeApp } from '../helpers/whole-app.ts'

let slack: Awaited<ReturnType<typeof startSocketMode>>
let app: WholeApp

beforeAll(async () => {
  // All that is needed of Slack here is that it knows the bot's token.
  slack = await startSocketMode()
  app = await startWholeApp({ apiUrl: slack.apiUrl, createMeshwise: () => fakeMeshwise })
})
afterAll(async () => {
  await app.close()
  await slack.close()
})

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

test.each([
  ['no JSON', json, '{'],
  ['an empty body', json, ''],
  ['null', json, 'null'],
  ['a string', json, '"hello"'],
  ['a list', json, '[]'],
  ['an object of nothing', json, '{}'],
  ['an event that is null', json, '{"type":"event_callback","event":null}'],
  ['an event without a type', json, '{"type":"event_callback","event_id":"Ev1","event":{}}'],
  [
    'a channel that is null',
    json,
    '{"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel":null}}',
  ],
  ['a payload that is null', form, 'payload=null'],
  ['a payload that is no JSON', form, 'payload=%7B'],
  ['a command without a text', form, 'command=%2Fmesh'],
  ['a command with two texts', form, 'command=%2Fmesh&text=a&text=b&user_id=U1&channel_id=C1&trigger_id=1'],
  [
    'a click on nothing',
    form,
    `payload=${encodeURIComponent('{"type":"block_actions","user":{"id":"U1"},"actions":[]}')}`,
  ],
  [
    'a click of nobody',
    form,
    `payload=${encodeURIComponent('{"type":"block_actions","actions":[{"action_id":"share"}]}')}`,
  ],
  ['a form without a view', form, `payload=${encodeURIComponent('{"type":"view_submission","user":{"id":"U1"}}')}`],
] as const)('%s is refused at once', async (_name, type, body) => {
  expect((await app.send({ type, body })).status).toBe(400)
})

test.each([
  ['an event of another kind', eventCallback({ type: 'reaction_added', item: null })],
  ['a notice of Slack’s', { type: json, body: '{"type":"app_rate_limited","minute_rate_limited":1}' }],
  ['another command', { ...slashCommand('hello'), body: slashCommand('hello').body.replace('%2Fmesh', '%2Fother') }],
  ['a form of another app', submission('somebody_elses', {})],
] as const)('%s is acknowledged at once', async (_name, request) => {
  const response = await app.send(request)
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
})

test('Slack’s checks of the address are answered', async () => {
  const challenge = await app.send({ type: json, body: '{"type":"url_verification","challenge":"abc"}' })
  expect(await challenge.json()).toEqual({ challenge: 'abc' })
  expect((await app.send({ type: form, body: 'ssl_check=1&token=x' })).status).toBe(200)
})

test('what Slack didn’t sign is refused, whatever it holds, and so is what is too long', async () => {
  expect((await sendSigned(app.url, { type: json, body: 'null', secret: 'another' })).status).toBe(401)
  expect((await app.send({ ...slashCommand('hello'), secret: 'another' })).status).toBe(401)
  expect((await fetch(`${app.url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401)
  expect((await app.send({ type: json, body: JSON.stringify('x'.repeat(5_000_000)) })).status).toBe(413)
})

/** Puts something else in the place of one value of a payload. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  let left = at
  const walk = (one: unknown): unknown => {
    if (left-- === 0) return by
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value)
}

const payloadOf = ({ body }: { body: string }): unknown =>
  JSON.parse(body.startsWith('{') ? body : (new URLSearchParams(body).get('payload') ?? '{}'))

test('a delivery with anything in the place of any part of it is answered, and the bot goes on', async () => {
  const originals = [
    [json, payloadOf(eventCallback(channelMessage({ text: 'hello' })))],
    [form, payloadOf(press({ actionId: 'other', value: 'hello' }))],
    [form, payloadOf(submission('other', { a: { b: { value: 'c' } } }))],
  ] as const
  const odd = fc.constantFrom<unknown>(null, '', 7, true, [], [null], {}, { id: null }, { type: 'message' })
  const property = fc.asyncProperty(fc.constantFrom(...originals), fc.nat(40), odd, async ([type, body], at, by) => {
    const text = JSON.stringify(replaced(body, at, by))
    const response = await app.send({ type, body: type === form ? `payload=${encodeURIComponent(text)}` : text })
    expect([200, 400]).toContain(response.status)
  })
  await fc.assert(property, { numRuns: 300 })
  expect(await (await app.send(slashCommand('hello'))).text()).toContain('commanded “hello”')
  expect(app.logged.join('\n')).not.toContain('not acknowledged')
})
