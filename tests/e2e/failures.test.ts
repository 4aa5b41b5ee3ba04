import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { StartError } from '../../src/errors.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { fakeMeshwise } from '../helpers/fake-meshwise.ts'
import { takeResponses } from '../helpers/response-urls.ts'
import {
  askMeshwise,
  eventCallback,
  mention,
  newTs,
  press,
  slashCommand,
  workspace,
} from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

const scopes = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history']
const { channel, user } = workspace

let slack: Workspace
let app: WholeApp

beforeAll(() => {
  nock.disableNetConnect()
  nock.enableNetConnect(/^(localhost|127\.0\.0\.1)/)
})
beforeEach(async () => {
  slack = await startWorkspace(scopes)
  app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise: () => fakeMeshwise })
})
afterEach(async () => {
  await app.close().catch(() => undefined)
  await slack.close()
  nock.cleanAll()
})
afterAll(() => {
  nock.restore()
})

/** What goes to a method of the Web API, which answers with these failures before it does its work. */
function failing(method: string, ...failures: readonly { status?: number; body?: object; headers?: object }[]) {
  const bodies: string[] = []
  for (const { status = 200, body = {}, headers = {} } of failures) {
    nock(slack.url, { allowUnmocked: true })
      .matchHeader('authorization', `Bearer ${workspace.bot.token}`)
      .post(`/api/${method}`)
      .reply(async (request: Request) => {
        bodies.push(await request.text())
        return [status, body, { ...headers }]
      })
  }
  return { requests: () => bodies.length, bodies }
}
const refusal = (error: string, messages: readonly string[] = []) => ({
  body: { ok: false, error, response_metadata: { messages } },
})

async function mentioned(text: string) {
  const ts = await slack.say(`@Meshwise ${text}`)
  await app.send(eventCallback(mention({ text, ts })))
  return ts
}

async function stillAnswers() {
  const response = await app.send(slashCommand('hello'))
  expect(await response.text()).toContain('commanded “hello”')
}

test('a call that Slack puts off is made again after the time it says', async () => {
  failing('chat.postMessage', { status: 429, headers: { 'Retry-After': '1' } })
  await mentioned('hello')
  await app.close()
  expect(await slack.botMessages(channel)).toHaveLength(1)
  expect(app.logged.join('\n')).toContain('Will retry in 1 seconds')
})

test('a call that Slack fails is made again', async () => {
  failing('chat.postMessage', { status: 503 }, { status: 500 })
  await mentioned('hello')
  await app.close()
  expect(await slack.botMessages(channel)).toHaveLength(1)
})

test('when Slack fails for good, the log says so and the next request is served', async () => {
  const { requests } = failing('chat.postMessage', ...Array.from({ length: 9 }, () => ({ status: 503 })))
  await mentioned('hello')
  await vi.waitFor(() => expect(app.logged.join('\n')).toMatch(/A request failed.*WebAPIHTTPError/))
  await stillAnswers()
  await app.close()
  expect(requests()).toBe(3)
})

test('when Slack refuses the blocks, the text goes out alone and the log says which block', async () => {
  const messages = ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]']
  failing('chat.postMessage', refusal('invalid_blocks', messages))
  const ts = await mentioned('a secret plan')
  await app.close()
  const [sent] = await slack.botMessages(channel)
  expect(sent).toMatchObject({ thread_ts: ts, blocks: [], text: expect.stringMatching(/asked “a secret plan”/) })
  expect(app.logged.join('\n')).toMatch(/header block: \[ERROR\] must be less than 151/)
  expect(app.logged.join('\n')).not.toContain('secret plan')
})

test('when Slack refuses what folds, the card goes out without it, with a button for Details', async () => {
  await app.close()
  app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise })
  failing(
    'chat.postMessage',
    refusal('invalid_blocks', ['[ERROR] unsupported type: container [json-pointer:/blocks/3]']),
  )
  await mentioned('does istio do circuit breaking?')
  await app.close()
  const [sent] = await slack.botMessages(channel)
  const types = sent?.blocks.map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['header', 'rich_text', 'actions']))
  expect(types).not.toContain('container')
  expect(JSON.stringify(sent?.blocks)).toContain('"action_id":"details"')
  expect(app.logged.join('\n')).toMatch(/goes out without what folds.*unsupported type: container/)
})

test('when a response_url refuses the blocks, the text goes out alone', async () => {
  const { hook, received } = takeResponses(400, 200)
  await app.send(press({ actionId: 'ask.0', value: 'hello', ephemeral: true, hook }))
  await app.close()
  expect(received).toHaveLength(2)
  expect(received[1]).not.toHaveProperty('blocks')
  expect(received[1]?.text).toMatch(/commanded “hello”/)
})

test.each([
  ['a status', 400],
  ['a code of its own', 'invalid_blocks'],
])('when a response_url refuses what folds by %s, the answer goes out without it, with Details', async (_, refused) => {
  await app.close()
  app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise })
  const { hook, received } = takeResponses(refused, 200)
  const acknowledged = await app.send(slashCommand('fact istio on circuit-breaking', { hook }))
  expect(await acknowledged.text()).toBe('')
  await app.close()
  const [first, second, ...more] = received.map((body) => JSON.stringify(body))
  expect(more).toEqual([])
  expect(first).toContain('"container"')
  expect(second).not.toContain('"container"')
  expect(second).toContain('"action_id":"details"')
  expect(app.logged.join('\n')).toMatch(/goes out without what folds.*response_url answered/)
})

test.each([
  ['a change', 'chat.update', { actionId: 'change.0' }],
  ['a shared card', 'chat.postMessage', { actionId: 'share', ephemeral: true }],
  ['a whisper whose response_url is used up', 'chat.postEphemeral', { actionId: 'ask.0', ephemeral: true }],
])('what folds is left out of %s too where Slack refuses it', async (_, method, how) => {
  await app.close()
  app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise })
  const { bodies } = failing(method, refusal('invalid_blocks', []), { status: 200, body: { ok: true, ts: '1.2' } })
  const { hook } = takeResponses(404)
  await app.send(press({ ...how, value: 'compare istio linkerd', hook }))
  await app.close()
  const [first, second] = bodies
  expect(first).toContain('container')
  expect(second).not.toContain('container')
  expect(second).toContain('details')
})

test('when the bot may not write in a channel, who asked is told where else to ask', async () => {
  failing('chat.postMessage', refusal('channel_not_found'))
  failing('chat.postEphemeral', refusal('channel_not_found'))
  await mentioned('hello')
  await app.close()
  const [told] = await slack.botMessages(await slack.directMessages())
  expect(told?.text).toMatch(/I am not a member of it/)
  expect(app.logged.join('\n')).toMatch(/A request failed.*channel_not_found/)
})

test('an answer whose response_url has expired reaches its reader in another way', async () => {
  const { hook, received } = takeResponses(404)
  await app.send(press({ actionId: 'ask.0', value: 'hello', ephemeral: true, hook }))
  await app.close()
  expect(received).toHaveLength(1)
  expect(await slack.inspect('messages', channel)).toContain('commanded “hello”')
  expect(app.logged.join('\n')).toMatch(/response_url answered 404/)
})

test('a response_url that is not Slack’s is not used', async () => {
  const elsewhere = nock('https://evil.example').post(/.*/).reply(200)
  const request = press({ actionId: 'ask.0', value: 'hello', ephemeral: true, hook: '/x' })
  const body = request.body.replace(
    encodeURIComponent('https://hooks.slack.com'),
    encodeURIComponent('https://evil.example'),
  )
  await app.send({ ...request, body })
  await app.close()
  expect(elsewhere.isDone()).toBe(false)
  expect(await slack.inspect('messages', channel)).toContain('commanded “hello”')
})

test('a failure of our own is told with a reference that the log has too, without what was asked', async () => {
  await mentioned('make it explode')
  await vi.waitFor(async () => expect(await slack.inspect('messages', channel)).toContain('Something went wrong'))
  const [, reference] = /reference: (id-\d+)/.exec(await slack.inspect('messages', channel)) ?? []
  expect(app.logged.filter((line) => line.includes(`"${reference}"`))).toHaveLength(1)
  expect(app.logged.join('\n')).not.toContain('make it explode')
  await stillAnswers()
})

test('a command that fails is acknowledged all the same', async () => {
  const { hook, received } = takeResponses()
  const response = await app.send(slashCommand('explode', { hook }))
  expect(response.status).toBe(200)
  await app.close()
  expect(received).toMatchObject([{ response_type: 'ephemeral', text: expect.stringMatching(/reference/) }])
})

test('a modal whose trigger came too late is told to try again', async () => {
  const { hook, received } = takeResponses()
  failing('views.open', refusal('expired_trigger_id'))
  const value = JSON.stringify({ mesh: 'linkerd', topic: 'retries' })
  await app.send(press({ actionId: 'correct', value, ephemeral: true, hook }))
  await app.close()
  expect(received).toMatchObject([{ text: expect.stringMatching(/try again/) }])
})

const disputed = JSON.stringify({ mesh: 'linkerd', topic: 'retries' })
const buttonSchema = z.object({
  blocks: z.array(
    z.looseObject({ elements: z.array(z.object({ action_id: z.string(), value: z.string() })).optional() }),
  ),
})
/** The button of a message that says that a form couldn't be opened. */
const buttonOf = (message: unknown) =>
  buttonSchema.parse(message).blocks.flatMap(({ elements = [] }) => elements)[0] ?? { action_id: '', value: '' }

test('a form that fails to open is tried once more at once', async () => {
  const { requests } = failing('views.open', { status: 503 })
  const triggerId = await slack.trigger()
  await app.send(press({ actionId: 'correct', value: disputed, triggerId }))
  await app.close()
  expect(requests()).toBe(1)
  expect(await slack.inspect('views')).toContain('Linkerd, Retries')
})

test.each([
  ['fails for good', [{ status: 503 }, { status: 503 }]],
  ['has no time for it', [refusal('internal_error'), refusal('service_unavailable')]],
  ['holds us back', Array.from({ length: 2 }, () => ({ status: 429, headers: { 'Retry-After': '30' } }))],
])('when Slack %s, a button brings a fresh trigger for the form', async (_what, failures) => {
  const { requests } = failing('views.open', ...failures)
  const { hook, received } = takeResponses()
  await app.send(press({ actionId: 'correct', value: disputed, hook }))
  await vi.waitFor(() => expect(received).toHaveLength(1))
  expect(requests()).toBe(2)
  expect(received).toMatchObject([
    { response_type: 'ephemeral', text: expect.stringMatching(/didn’t let the form open/) },
  ])
  const { action_id: actionId, value } = buttonOf(received[0])
  await app.send(press({ actionId, value, triggerId: await slack.trigger(), ephemeral: true }))
  await app.close()
  expect(await slack.inspect('views')).toContain('Linkerd, Retries')
})

test.each(['expired_trigger_id', 'exchanged_trigger_id'])(
  '%s is told with a button, and not tried again',
  async (code) => {
    const { requests } = failing('views.open', refusal(code), refusal(code))
    const { hook, received } = takeResponses()
    await app.send(press({ actionId: 'correct', value: disputed, hook }))
    await app.close()
    expect(requests()).toBe(1)
    expect(buttonOf(received[0])).toEqual({ action_id: 'correct', value: disputed })
  },
)

test('a form without a place to answer in is told by a direct message, and what to do instead', async () => {
  failing('views.open', refusal('expired_trigger_id'))
  await app.send(askMeshwise('1.2.3'))
  await app.close()
  const [told] = await slack.botMessages(await slack.directMessages())
  expect(told?.text).toMatch(/Write your question to me here/)
})

test.each([
  ['msg_too_long', /longer than Slack takes/],
  ['ratelimited', /holding me back/],
])('%s has a sentence of its own', async (code, sentence) => {
  const { hook, received } = takeResponses()
  failing('chat.postMessage', ...Array.from({ length: 9 }, () => refusal(code)))
  await app.send(press({ actionId: 'share', value: 'retries', ephemeral: true, hook }))
  await app.close()
  expect(received).toMatchObject([{ response_type: 'ephemeral', text: expect.stringMatching(sentence) }])
})

test('after a button, the thread is about its answer', async () => {
  const ts = await slack.say('an answer')
  await app.send(press({ actionId: 'ask.1', value: 'retries', messageTs: ts }))
  await vi.waitFor(async () => expect(await slack.botMessages(channel)).toHaveLength(1))
  await app.send(eventCallback(mention({ text: 'and istio?', thread_ts: ts })))
  await app.close()
  expect((await slack.botMessages(channel))[1]?.text).toContain('asked “and istio?”, after retries')
})

test('the thread of a shared answer is about that answer', async () => {
  await app.send(press({ actionId: 'share', value: 'retries', ephemeral: true }))
  await vi.waitFor(async () => expect(await slack.botMessages(channel)).toHaveLength(1))
  const [shared] = await slack.botMessages(channel)
  await app.send(eventCallback(mention({ text: 'and istio?', thread_ts: shared?.ts ?? '' })))
  await app.close()
  expect((await slack.botMessages(channel))[1]?.text).toContain('asked “and istio?”, after retries')
})

test('a bot token that Slack refuses is a reason not to start', async () => {
  failing('auth.test', refusal('invalid_auth'))
  const starting = startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise: () => fakeMeshwise })
  await expect(starting).rejects.toThrow(StartError)
  await expect(starting).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\)/)
})

test('a Slack that cannot be reached is a reason not to start', async () => {
  const starting = startWholeApp({ apiUrl: 'http://localhost:1/api/', createMeshwise: () => fakeMeshwise })
  await expect(starting).rejects.toThrow(StartError)
})

test('a stop lets what is under way come to its end', async () => {
  failing('chat.postMessage', { status: 429, headers: { 'Retry-After': '1' } })
  const ts = newTs()
  await app.send(eventCallback(mention({ text: 'hello', ts, user, thread_ts: await slack.say('a question') })))
  await app.close()
  expect(await slack.botMessages(channel)).toHaveLength(1)
  await expect(app.send(slashCommand('hello'))).rejects.toThrow()
})
