import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createMeshwise } from '../../src/meshwise.ts'
import { takeResponses } from '../helpers/response-urls.ts'
import {
  answerThis,
  askMeshwise,
  closing,
  eventCallback,
  homeOpened,
  newTs,
  press,
  slashCommand,
  submission,
  workspace,
} from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

const scopes = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history']
const { channel, user } = workspace
const command = 'fact linkerd on circuit-breaking'

let slack: Workspace
let app: WholeApp

beforeAll(() => {
  nock.disableNetConnect()
  nock.enableNetConnect(/^(localhost|127\.0\.0\.1)/)
})
beforeEach(async () => {
  slack = await startWorkspace(scopes)
  app = await startWholeApp({
    apiUrl: `${slack.url}/api/`,
    createMeshwise,
    feedbackUrl: 'https://git.example/meshwise/issues/new',
  })
})
afterEach(async () => {
  await app.close().catch(() => undefined)
  await slack.close()
  nock.cleanAll()
})
afterAll(() => {
  nock.restore()
})

async function said(where: string = channel) {
  await app.close()
  return slack.botMessages(where)
}

test('a button of a message that only its reader sees puts the next answer in its place', async () => {
  const { hook, received } = takeResponses()
  const response = await app.send(press({ actionId: 'ask.0', value: command, ephemeral: true, hook }))
  expect(response.status).toBe(200)
  expect(await said()).toEqual([])
  expect(received).toMatchObject([{ replace_original: true, response_type: 'ephemeral' }])
  expect(JSON.stringify(received[0]?.blocks)).toContain('"share"')
})

test('a select gives the answer of the chosen option', async () => {
  const { hook, received } = takeResponses()
  await app.send(press({ actionId: 'ask.area', selected: command, ephemeral: true, hook }))
  await app.close()
  expect(received[0]?.text).toMatch(/Linkerd/)
})

test('a button of a message that everybody sees gets its answer in the thread', async () => {
  const ts = await slack.say('an answer')
  await app.send(press({ actionId: 'ask.1', value: command, messageTs: ts }))
  expect(await said()).toMatchObject([{ thread_ts: ts, text: expect.stringMatching(/Linkerd/) }])
})

test('a button in a thread is answered to the parent', async () => {
  const parent = await slack.say('which one?')
  await app.send(press({ actionId: 'ask.1', value: command, messageTs: newTs(), threadTs: parent }))
  expect(await said()).toMatchObject([{ thread_ts: parent }])
})

test('where the bot is not a member, a button is answered through its response_url', async () => {
  const { hook, received } = takeResponses()
  const messageTs = newTs()
  await app.send(press({ actionId: 'ask.0', value: command, channel: slack.closedChannel, messageTs, hook }))
  await app.close()
  expect(received).toMatchObject([{ response_type: 'in_channel', replace_original: false, thread_ts: messageTs }])
})

test('an answer is shared with the name of who shared it, and pings nobody', async () => {
  await app.send(press({ actionId: 'share', value: command, ephemeral: true }))
  const [shared, ...others] = await said()
  expect(others).toEqual([])
  expect(shared?.text).toMatch(/Shared by admin$/)
  expect(JSON.stringify(shared)).not.toContain(`@${user}`)
  expect(JSON.stringify(shared?.blocks)).not.toContain('"share"')
})

test('where the bot is not a member, an answer is shared through the response_url', async () => {
  const { hook, received } = takeResponses()
  await app.send(press({ actionId: 'share', value: command, channel: slack.closedChannel, ephemeral: true, hook }))
  await app.close()
  expect(received).toMatchObject([{ response_type: 'in_channel', replace_original: false }])
})

test('a button that only opens a link is acknowledged', async () => {
  expect((await app.send(press({ actionId: 'file' }))).status).toBe(200)
  expect(await said()).toEqual([])
})

test('"Answer this" answers a message in its thread', async () => {
  const text = 'does linkerd support circuit breaking &amp; retries?'
  const ts = await slack.say(text)
  expect((await app.send(answerThis({ text, ts }, channel))).status).toBe(200)
  expect(await said()).toMatchObject([{ thread_ts: ts, text: expect.stringMatching(/Linkerd/) }])
})

describe('"Answer this" on a message about a choice with a thread under it', () => {
  const text = 'We need to pick a mesh before Q1: which one? 40 nodes, 600 pods, three of us to run it.'
  const inThread = async () => {
    const ts = await slack.say(text)
    await slack.say('mTLS everywhere is a must.', { threadTs: ts })
    await slack.say('Good, I wondered about that too', { threadTs: ts })
    await app.send(answerThis({ text, ts, thread_ts: ts, reply_count: 2 }, channel))
    return said()
  }

  test('reads the thread too, says who added what, and keeps none of it', async () => {
    await slack.close()
    await app.close()
    slack = await startWorkspace([...scopes, 'channels:history', 'users:read'])
    app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise })
    const [answer] = await inThread()
    expect(answer?.text).toMatch(/People who look after it: 3/)
    expect(answer?.text).toMatch(/The thread adds: .*Must: Mutual TLS \(.+\)/)
    expect(answer?.text).not.toMatch(/somebody|wondered/)
    expect(app.logged.join('\n')).not.toContain('wondered')
  })

  test('counts what people wrote there, with a file or shown in the channel too, and nothing that a program did', async () => {
    const ts = await slack.say(text)
    const reply = (words: string, fields: object) => ({ type: 'message', user, ts: newTs(), text: words, ...fields })
    const messages = [
      reply(text, { ts }),
      reply('mTLS is a must.', { subtype: 'file_share', files: [{ id: 'F1' }] }),
      reply('Circuit breaking is a must.', { subtype: 'thread_broadcast', edited: { user, ts } }),
      reply('Rate limiting is a must.', { user: 'U0ANOTHER', app_id: 'A0ANOTHER' }),
      reply('Fault injection is a must.', { user: 'USLACKBOT' }),
      reply('Retries are a must.', { subtype: 'channel_topic' }),
      { type: 'message', ts: newTs() },
    ]
    nock(slack.url, { allowUnmocked: true }).post('/api/conversations.replies').reply(200, { ok: true, messages })
    await app.send(answerThis({ text, ts, thread_ts: ts, reply_count: messages.length - 1 }, channel))
    const [answer] = await said()
    expect(answer?.text).toMatch(/The thread adds: Must: Mutual TLS \(.+\); Must: Circuit breaking \(.+\)/)
    expect(answer?.text).not.toMatch(/Rate limiting|Fault injection|Must: Retries/)
  })

  test('reads the message alone without the scope, and says so', async () => {
    const [answer] = await inThread()
    expect(answer?.text).toMatch(/A team of up to three/)
    expect(answer?.text).toMatch(/I read this message alone/)
    expect(answer?.text).not.toMatch(/Must: Mutual TLS/)
  })
})

test('"Answer this" says so when there is no text to answer', async () => {
  const { hook, received } = takeResponses()
  await app.send(answerThis({ ts: newTs() }, channel, hook))
  await app.close()
  expect(received).toMatchObject([{ response_type: 'ephemeral', text: 'That message has no text that I can read.' }])
})

test('"Ask Meshwise" opens a modal, whose question is answered as a direct message', async () => {
  expect((await app.send(askMeshwise(await slack.trigger()))).status).toBe(200)
  await vi.waitFor(async () => expect(await slack.inspect('views')).toContain('Ask Meshwise'))
  expect(await app.edge.metrics.text()).toMatch(/\{method="views.open",outcome="answered"\} 1/)
  const values = { question: { question: { type: 'plain_text_input', value: 'does istio support retries?' } } }
  expect((await app.send(submission('ask', values))).status).toBe(200)
  expect(await said(await slack.directMessages())).toMatchObject([{ text: expect.stringMatching(/Istio/) }])
})

test('"Ask Meshwise" answers in the conversation that was chosen, a member of it or not', async () => {
  const values = { question: { question: { value: 'does istio support retries?' } } }
  const { hook, received } = takeResponses()
  await app.send(submission('ask', values, { conversation: { id: channel, hook } }))
  await app.send(submission('ask', values, { conversation: { id: slack.closedChannel, hook } }))
  expect(await said()).toHaveLength(1)
  expect(received).toMatchObject([{ response_type: 'in_channel' }])
})

const fact = { mesh: 'linkerd', topic: 'circuit-breaking' }
const corrected = (text: string, source: string | null) => ({
  text: { text: { type: 'plain_text_input', value: text } },
  source: { source: { type: 'url_text_input', value: source } },
})

test('a correction is asked for, kept and thanked for, and posted nowhere', async () => {
  const triggerId = await slack.trigger()
  await app.send(press({ actionId: 'correct', value: JSON.stringify(fact), triggerId, ephemeral: true }))
  await vi.waitFor(async () => expect(await slack.inspect('views')).toContain('Linkerd, Circuit breaking'))

  const metadata = JSON.stringify({ ...fact, channel })
  const text = 'It does since 2.17 <!channel>'
  const sent = await app.send(submission('correction', corrected(text, 'https://linkerd.io/x'), { metadata }))
  expect(await sent.text()).toBe('')
  await vi.waitFor(async () => expect(await slack.inspect('messages', channel)).toContain('Your correction is kept'))

  expect(await app.edge.storage.corrections.list()).toMatchObject([
    { ...fact, text, sourceUrl: 'https://linkerd.io/x', userId: user, teamId: workspace.team },
  ])
  expect(await slack.inspect('messages', channel)).toContain('title=Correction')
  expect(app.logged.join('\n')).not.toContain('2.17')
  expect(await said()).toEqual([])
})

test('a correction can be asked for by a command that names the fact', async () => {
  const triggerId = await slack.trigger()
  await app.send(slashCommand('corrections linkerd circuit breaking', { trigger: triggerId }))
  await vi.waitFor(async () => expect(await slack.inspect('views')).toContain('Linkerd, Circuit breaking'))

  const unnamed = await app.send(slashCommand('corrections'))
  expect(await unnamed.text()).toContain('Say which fact is wrong')
})

test('a correction without a source is kept, one with a source that is no address is asked for again', async () => {
  const metadata = JSON.stringify(fact)
  await app.send(submission('correction', corrected('It does', null), { metadata }))
  const refused = await app.send(submission('correction', corrected('It does', 'javascript:alert(1)'), { metadata }))
  expect(await refused.json()).toMatchObject({ response_action: 'errors', errors: { source: expect.any(String) } })
  await vi.waitFor(async () => expect(await app.edge.storage.corrections.list()).toHaveLength(1))
  expect(await said(await slack.directMessages())).toMatchObject([{ text: expect.stringMatching(/kept/) }])
})

test('a correction without a word is asked for again', async () => {
  const metadata = JSON.stringify(fact)
  for (const text of ['', '  ', '\u200b\u200b', '…', '\u3164']) {
    const refused = await app.send(submission('correction', corrected(text, null), { metadata }))
    expect(await refused.json()).toMatchObject({ response_action: 'errors', errors: { text: expect.any(String) } })
  }
  expect(await app.edge.storage.corrections.list()).toEqual([])
})

test('a double press on Share, or on a button of a card, acts once; another person, or another button, is another press', async () => {
  const messageTs = await slack.say('an answer')
  const shared = { actionId: 'share', value: command, ephemeral: true, messageTs }
  for (let presses = 0; presses < 3; presses++) await app.send(press(shared))
  const asked = { actionId: 'ask.0', value: command, messageTs }
  await Promise.all([app.send(press(asked)), app.send(press(asked))])
  await app.send(press({ ...asked, actionId: 'ask.1', value: 'fact istio on retries' }))
  const other = press(asked)
  await app.send({ ...other, body: other.body.replaceAll(user, 'U000000002') })
  expect(await said()).toHaveLength(4)
})

/** How often a modal was opened, by what counts the calls. */
async function opened() {
  const [, count = '0'] = /\{method="views.open",outcome="answered"\} (\d+)/.exec(await app.edge.metrics.text()) ?? []
  return Number(count)
}
const openers: readonly (readonly [opens: string, callbackId: string, press: Parameters<typeof press>[0]])[] = [
  ['Details', 'details', { actionId: 'details', value: command }],
  ['the form of a correction', 'correction', { actionId: 'correct', value: JSON.stringify(fact) }],
  ['the form of an estimate', 'estimate', { actionId: 'ask.0', value: 'estimate' }],
]

test.each(openers)(
  'a double press on what opens %s opens it once; once it is closed, or submitted, the next press opens it again',
  async (_what, callbackId, fields) => {
    const messageTs = await slack.say('an answer')
    const pressed = async () => app.send(press({ ...fields, messageTs, triggerId: await slack.trigger() }))
    await pressed()
    await vi.waitFor(async () => expect(await opened()).toBe(1))
    await pressed()
    expect((await app.send(closing(callbackId))).status).toBe(200)
    await pressed()
    await vi.waitFor(async () => expect(await opened()).toBe(2))
    await Promise.all([pressed(), pressed()])
    await app.send(submission(callbackId, {}))
    await pressed()
    await app.close()
    expect(await opened()).toBe(3)
  },
)

test('what takes the place of a message that only its reader sees can be asked for again at once', async () => {
  const { hook, received } = takeResponses(200, 200, 200)
  const messageTs = newTs()
  for (const value of [command, 'fact istio on retries', command]) {
    await app.send(press({ actionId: 'ask.0', value, ephemeral: true, messageTs, hook }))
    await vi.waitFor(() => expect(received.at(-1)?.text).toMatch(value === command ? /Linkerd/ : /Istio/))
  }
  expect(received).toHaveLength(3)
})

test('a press that failed can be made again at once', async () => {
  nock(slack.url, { allowUnmocked: true })
    .post('/api/chat.postMessage')
    .times(3)
    .reply(200, { ok: false, error: 'internal_error' })
  const { hook, received } = takeResponses()
  const shared = { actionId: 'share', value: command, ephemeral: true, messageTs: newTs() }
  await app.send(press({ ...shared, hook }))
  await vi.waitFor(() => expect(received).toHaveLength(1))
  nock.cleanAll()
  await app.send(press(shared))
  expect(await said()).toHaveLength(1)
})

test('a modal that is submitted twice is answered once', async () => {
  const question = { question: { question: { value: 'does istio support retries?' } } }
  const metadata = JSON.stringify(fact)
  for (let times = 0; times < 2; times++) {
    await app.send(submission('ask', question, { viewId: 'V1' }))
    await app.send(submission('correction', corrected('It does', null), { metadata, viewId: 'V2' }))
  }
  await vi.waitFor(async () => expect(await app.edge.storage.corrections.list()).toHaveLength(1))
  expect(await said(await slack.directMessages())).toHaveLength(2)
})

test('a button that carries nonsense is answered with a reference', async () => {
  const { hook, received } = takeResponses()
  await app.send(press({ actionId: 'correct', value: 'not json', ephemeral: true, hook }))
  await app.close()
  expect(received).toMatchObject([{ text: expect.stringMatching(/reference: id-\d+/), replace_original: false }])
})

test('the Home tab has questions that are answered as direct messages', async () => {
  await app.send(eventCallback(homeOpened('home', channel)))
  await vi.waitFor(async () => expect(await slack.inspect('views')).toContain('How to ask'))
  await app.send(press({ actionId: 'ask.0', value: command, onHome: true }))
  await vi.waitFor(async () =>
    expect(await slack.inspect('views')).toContain('Answered in the Messages tab: Linkerd · Circuit breaking'),
  )
  expect(await said(await slack.directMessages())).toMatchObject([{ text: expect.stringMatching(/Linkerd/) }])
})

test('the Messages tab offers up to four questions, and names no thread', async () => {
  const asked: unknown[] = []
  nock(slack.url, { allowUnmocked: true })
    .post('/api/assistant.threads.setSuggestedPrompts', (body) => asked.push(body) > 0)
    .reply(200, { ok: true })
  await app.send(eventCallback(homeOpened('messages', 'D0APP')))
  await app.close()
  const [request] = z
    .array(z.strictObject({ channel_id: z.string(), team_id: z.string(), prompts: z.string() }))
    .parse(asked)
  const prompts = z
    .array(z.object({ title: z.string(), message: z.string() }))
    .parse(JSON.parse(request?.prompts ?? ''))
  expect(prompts).toHaveLength(4)
})
