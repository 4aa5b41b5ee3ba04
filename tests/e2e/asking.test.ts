import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createMeshwise } from '../../src/meshwise.ts'
import type { DatabasePlace } from '../../src/storage/location.ts'
import { answerOf, takeResponses } from '../helpers/response-urls.ts'
import {
  channelMessage,
  directMessage,
  eventCallback,
  mention,
  newTs,
  slashCommand,
  workspace,
} from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

/** The scopes that the manifest asks for, without the optional ones. */
const scopes = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history']

let directory: string
let slack: Workspace
let app: WholeApp
let database: DatabasePlace

const start = () => startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise, database })

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
})
beforeEach(async () => {
  slack = await startWorkspace(scopes)
  database = { kind: 'sqlite', file: join(directory, `${crypto.randomUUID()}.db`) }
  app = await start()
})
afterEach(async () => {
  await app.close().catch(() => undefined)
  await slack.close()
})
afterAll(() => rmSync(directory, { recursive: true }))

const { channel } = workspace
const ask = 'does linkerd support circuit breaking?'

/** Everything that the bot has said, once all that it was sent is done. */
async function said(where: string = channel) {
  await app.close()
  return slack.botMessages(where)
}

const untilSaid = (count: number, where: string = channel) =>
  vi.waitFor(async () => expect(await slack.botMessages(where)).toHaveLength(count))

test('a slash command is answered in its acknowledgement, for the user alone, where nothing folds', async () => {
  const response = await app.send(slashCommand('corrections'))
  expect(await response.json()).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('Say which fact is wrong'),
  })
  expect(await said()).toEqual([])
})

test('an answer with folds goes by the response_url, so that Slack can refuse them', async () => {
  const card = await answerOf(app, 'compare istio linkerd')
  expect(card.text).toMatch(/Istio/)
  expect(card.text).toMatch(/Linkerd/)
  expect(JSON.stringify(card.blocks)).toContain('"share"')
  expect(await said()).toEqual([])
})

test('a slash command is understood as it was typed', async () => {
  expect(JSON.stringify(await answerOf(app, 'what is L4 &amp; L7?'))).not.toContain('amp;amp')
})

test('/mesh status says how old the knowledge is', async () => {
  const response = await app.send(slashCommand(' Status '))
  const { text } = z.object({ text: z.string() }).parse(await response.json())
  expect(text).toMatch(/Everything is in order/)
  expect(text).toMatch(/4 meshes/)
})

/** The event of somebody mentioning the bot, in a message that the workspace holds. */
const mentioned = async (text: string) => mention({ text, ts: await slack.say(`@Meshwise ${text}`) })

test('a mention is answered in its thread, without link previews', async () => {
  const event = await mentioned(ask)
  expect((await app.send(eventCallback(event))).status).toBe(200)
  const [answer, ...others] = await said()
  expect(others).toEqual([])
  expect(answer).toMatchObject({ thread_ts: event.ts, unfurl_links: false })
  expect(answer?.text).toMatch(/Linkerd/)
  expect(answer?.blocks.length).toBeGreaterThan(1)
})

test('a mention in a thread is answered to the parent', async () => {
  const thread_ts = await slack.say('which mesh?')
  await app.send(eventCallback(mention({ text: ask, thread_ts })))
  expect(await said()).toMatchObject([{ thread_ts }])
})

test('a mention and nothing else gets help', async () => {
  await app.send(eventCallback(await mentioned('')))
  expect((await said())[0]?.text).toMatch(/compare/)
})

test('a follow-up in the thread is understood by what was said, with or without a mention', async () => {
  const first = await mentioned(ask)
  const { ts } = first
  await app.send(eventCallback(first))
  await untilSaid(1)
  await app.send(eventCallback(mention({ text: 'and istio?', thread_ts: ts })))
  await untilSaid(2)
  await app.send(eventCallback(channelMessage({ text: 'and cilium?', thread_ts: ts })))
  await untilSaid(3)
  const [, istio, cilium] = await said()
  expect(istio).toMatchObject({ thread_ts: ts, text: expect.stringMatching(/Istio.*circuit breaking/is) })
  expect(cilium).toMatchObject({ thread_ts: ts, text: expect.stringMatching(/Cilium.*circuit breaking/is) })
})

test('in a channel that is to be quiet only a mention is answered, until that ends', async () => {
  const first = await mentioned(ask)
  const { ts } = first
  await app.send(eventCallback(first))
  await untilSaid(1)
  const told = takeResponses()
  await app.send(slashCommand('quiet', { hook: told.hook }))
  await vi.waitFor(() =>
    expect(told.received).toMatchObject([{ text: expect.stringContaining('only when I am mentioned') }]),
  )
  await app.send(eventCallback(channelMessage({ text: 'and cilium?', thread_ts: ts })))
  await app.send(eventCallback(mention({ text: 'and istio?', thread_ts: ts })))
  await untilSaid(2)
  const ended = takeResponses()
  await app.send(slashCommand('quiet off', { hook: ended.hook }))
  await vi.waitFor(() => expect(ended.received).toHaveLength(1))
  await app.send(eventCallback(channelMessage({ text: 'and consul?', thread_ts: ts })))
  await untilSaid(3)
  const [, istio, consul] = await said()
  expect(istio?.text).toMatch(/Istio/)
  expect(consul?.text).toMatch(/Consul/)
})

test('the slash command may have another name', async () => {
  await app.close()
  app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise, command: '/servicemesh' })
  const { hook, received } = takeResponses(200)
  const renamed = slashCommand('show istio', { hook })
  const sent = { ...renamed, body: renamed.body.replace('command=%2Fmesh', 'command=%2Fservicemesh') }
  await app.send(sent)
  await vi.waitFor(() => expect(JSON.stringify(received)).toContain('Istio · Profile'))
})

test('what people say among themselves is left alone', async () => {
  const first = await mentioned(ask)
  const { ts } = first
  const elsewhere = await slack.say('another thread')
  await app.send(eventCallback(first))
  await untilSaid(1)
  for (const message of [
    channelMessage({ text: 'thanks, see you at lunch', thread_ts: ts }),
    channelMessage({ text: 'who broke the build', thread_ts: ts }),
    channelMessage({ text: 'who broke the build again this morning?', thread_ts: ts }),
    channelMessage({ text: 'we already run istio in prod and it has been fine', thread_ts: ts }),
    channelMessage({ text: '<@U0SOMEBODY> and istio?', thread_ts: ts }),
    channelMessage({ text: 'does istio support retries?', ts: await slack.say('does istio support retries?') }),
    channelMessage({ text: 'does istio support retries?', thread_ts: elsewhere }),
    mention({ text: 'and istio?', thread_ts: ts, edited: { user: workspace.user, ts: newTs() } }),
    channelMessage({ text: 'and istio?', thread_ts: ts, subtype: 'message_changed' }),
    channelMessage({ text: 'has joined', thread_ts: ts, subtype: 'channel_join' }),
    channelMessage({ text: 'and istio?', thread_ts: ts, bot_id: 'B0ANOTHER' }),
    channelMessage({ text: 'and istio?', thread_ts: ts, user: 'USLACKBOT' }),
    channelMessage({ text: 'and istio?', thread_ts: ts, app_id: 'A0ANOTHER' }),
    channelMessage({ text: 'and istio?', thread_ts: ts, user: undefined, username: 'a hook' }),
    directMessage({ text: ask, thread_ts: ts, user: 'USLACKBOT' }),
    mention({ text: ask, thread_ts: ts, user: workspace.bot.user }),
    directMessage({ text: ask, thread_ts: ts, user: workspace.bot.user }),
    directMessage({ text: ask, thread_ts: ts, subtype: 'bot_message', bot_id: workspace.bot.id }),
  ]) {
    expect((await app.send(eventCallback(message))).status).toBe(200)
  }
  expect(await said()).toHaveLength(1)
})

test('a question with a picture beside it, or shown in the channel too, is a question', async () => {
  const first = { ...(await mentioned(ask)), subtype: 'file_share', files: [{ id: 'F1' }] }
  const { ts } = first
  await app.send(eventCallback(first))
  await untilSaid(1)
  await app.send(eventCallback(mention({ text: 'and istio?', thread_ts: ts, subtype: 'thread_broadcast' })))
  await untilSaid(2)
  await app.send(eventCallback(channelMessage({ text: 'and cilium?', thread_ts: ts, subtype: 'file_share' })))
  await untilSaid(3)
  expect((await said())[2]?.text).toMatch(/Cilium.*circuit breaking/is)
})

test.each([
  ['a workflow', { subtype: 'bot_message', bot_id: 'B0WORKFLOW', user: undefined, username: 'Ask about meshes' }],
  ['another app', { bot_id: 'B0ANOTHER', user: 'U0ANOTHER' }],
  ['an app without an id of a bot', { app_id: 'A0ANOTHER', user: 'U0ANOTHER' }],
  ['Slackbot, which reminds somebody', { user: 'USLACKBOT' }],
] as const)('%s that mentions the bot is answered, once a thread', async (_who, author) => {
  const first = await mentioned(ask)
  const { ts } = first
  await app.send(eventCallback({ ...first, ...author }))
  await untilSaid(1)
  await app.send(eventCallback(mention({ text: 'and istio?', thread_ts: ts, ...author })))
  await app.send(eventCallback(mention({ text: 'and consul?', thread_ts: ts })))
  await untilSaid(2)
  expect((await said())[1]?.text).toMatch(/Consul.*circuit breaking/is)
})

test('an event that Slack delivers again is answered once, at once, later and at the same time', async () => {
  const request = eventCallback(await mentioned(ask))
  const retry = { ...request, headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } }
  await Promise.all([app.send(request), app.send(retry), app.send(retry)])
  await untilSaid(1)
  await app.close()
  app = await start()
  await app.send(retry)
  expect(await said()).toHaveLength(1)
})

test('a retry whose first delivery never arrived is answered', async () => {
  await app.send({ ...eventCallback(await mentioned(ask)), headers: { 'x-slack-retry-num': '3' } })
  expect(await said()).toHaveLength(1)
})

test('a mention that arrives as two events is answered once', async () => {
  const first = await mentioned(ask)
  await app.send(eventCallback(first))
  await untilSaid(1)
  const event = mention({ text: 'and istio?', thread_ts: first.ts })
  await Promise.all([
    app.send(eventCallback(event)),
    app.send(eventCallback(channelMessage({ text: event.text, ts: event.ts, thread_ts: first.ts }))),
    app.send(eventCallback({ ...event })),
  ])
  expect(await said()).toHaveLength(2)
})

test('a direct message is answered in its thread', async () => {
  const dm = await slack.directMessages()
  const ts = await slack.say(ask, { channel: dm })
  await app.send(eventCallback(directMessage({ text: ask, channel: dm, ts })))
  await untilSaid(1, dm)
  await app.send(eventCallback(directMessage({ text: 'and istio?', channel: dm, thread_ts: ts })))
  expect(await said(dm)).toMatchObject([
    { thread_ts: ts },
    { thread_ts: ts, text: expect.stringMatching(/Istio.*circuit breaking/is) },
  ])
})

test('what a thread is about outlives a restart, and holds nothing that was written', async () => {
  const first = await mentioned(ask)
  await app.send(eventCallback(first))
  await untilSaid(1)
  await app.close()
  app = await start()
  const context = await app.edge.storage.threads.get({ teamId: workspace.team, channel, threadTs: first.ts })
  expect(context).toMatchObject({ meshes: ['linkerd'] })
  expect(JSON.stringify(context)).not.toContain('support')
  await app.send(eventCallback(mention({ text: 'and istio?', thread_ts: first.ts })))
  expect((await said())[1]?.text).toMatch(/Istio.*circuit breaking/is)
})

test('a request that Slack did not sign now is refused', async () => {
  const request = slashCommand('help')
  const now = Math.floor(Date.now() / 1000)
  expect((await app.send(request)).status).toBe(200)
  expect((await app.send({ ...request, secret: 'another' })).status).toBe(401)
  expect((await app.send({ ...request, timestamp: now - 6 * 60 })).status).toBe(401)
  expect((await app.send({ ...request, timestamp: now + 6 * 60 })).status).toBe(401)
  const unsigned = await fetch(`${app.url}/slack/events`, { method: 'POST', body: request.body })
  expect(unsigned.status).toBe(401)
})

test('a signed request that is no request of Slack is survived', async () => {
  const bodies = ['{}', '[]', '"text"', '{not json', '{"type":"event_callback","event":{"type":"app_mention"}}']
  await Promise.all(bodies.map((body) => app.send({ type: 'application/json', body })))
  expect((await app.send(slashCommand('help'))).status).toBe(200)
})

test('the process says that it is up, and when it is ready', async () => {
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
  await app.edge.storage.close()
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  // A look is good for a second.
  await expect.poll(async () => (await fetch(`${app.url}/readyz`)).status, { timeout: 5_000 }).toBe(503)
  expect((await fetch(`${app.url}/elsewhere`)).status).toBe(404)
})

test('the log holds neither what was asked nor a secret', async () => {
  await app.send(eventCallback(await mentioned(ask)))
  await app.send(slashCommand(ask, { hook: takeResponses(200).hook }))
  await said()
  expect(app.logged.join('\n')).not.toMatch(/circuit|xoxb|hooks\.slack\.com/)
})
