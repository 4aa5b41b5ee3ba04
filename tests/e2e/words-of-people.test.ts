import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nock from 'nock'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { usages } from '../../src/commands/table.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import {
  answerThis,
  channelMessage,
  closing,
  directMessage,
  eventCallback,
  homeOpened,
  mention,
  newTs,
  press,
  slashCommand,
  submission,
  workspace,
} from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

/** What people write: log, database and metrics are to hold none of it, but for corrections, which are kept. */
let count = 0
const marker = (): string => `zzmark${String(++count).padStart(4, '0')}`
const markers = /zzmark\d{4}/g

type Request = Parameters<WholeApp['send']>[0]

let slack: Workspace
let app: WholeApp
let directory: string
let thread: string

beforeAll(async () => {
  nock.disableNetConnect()
  nock.enableNetConnect(/^(localhost|127\.0\.0\.1)/)
  nock('https://hooks.slack.com').post(/.*/).reply(200, 'ok').persist()
  directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
  slack = await startWorkspace([
    'app_mentions:read',
    'assistant:write',
    'channels:history',
    'chat:write',
    'commands',
    'im:history',
    'users:read',
  ])
  const apiUrl = `${slack.url}/api/`
  app = await startWholeApp({
    apiUrl,
    createMeshwise,
    database: { kind: 'sqlite', file: join(directory, 'meshwise.db') },
    feedbackUrl: 'https://git.example/meshwise/issues/new',
  })
})
afterAll(async () => {
  await app.close().catch(() => undefined)
  await slack.close()
  rmSync(directory, { recursive: true })
  nock.cleanAll()
  nock.restore()
})

/** How what somebody writes may look. */
const phrasings: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `does istio support ${word}?`,
  (word) => `what is ${word}`,
  (word) => `compare istio and ${word}`,
  (word) => `recommend cni=${word} mutual-tls=must`,
  (word) => `recommend runs=${word} team-size=3`,
  (word) => `recommend ${word}=must`,
  (word) => `constraints.${word}=must`,
  (word) => `recommend candidates=${word}`,
  (word) => `we at ${word} have 300 pods, calico and a team of 3, mTLS is a must: which mesh should we use?`,
  (word) => `how do I connect istio to ${word}?`,
]

const corrected = (text: string, source: string | null) => ({
  text: { text: { value: text } },
  source: { source: { value: source } },
})
const size = (number: string) => ({
  ...Object.fromEntries(['pods', 'nodes', 'rps', 'hops'].map((id) => [id, { [id]: { value: number } }])),
  l7: { l7: { selected_options: [] } },
})
const step = (at: number, needs: string) => JSON.stringify({ v: 1, session: 's', step: at, needs })
const named = (name: string, { type, body }: Request): Request => {
  const payload = new URLSearchParams(body).get('payload') ?? ''
  return { type, body: new URLSearchParams({ payload: payload.replace(workspace.userName, name) }).toString() }
}

/** Every way by which a text comes in. */
const ways: Readonly<Record<string, (text: string) => Request>> = {
  mention: (text) => eventCallback(mention({ text })),
  'direct message': (text) => eventCallback(directMessage({ text })),
  'turn of a known thread': (text) => eventCallback(channelMessage({ text: `${text}?`, thread_ts: thread })),
  'mention with names that nobody sends': (text) => eventCallback({ ...mention({ text }), [text]: { [text]: text } }),
  'slash command': (text) => slashCommand(text),
  button: (text) => press({ actionId: 'ask.0', value: text, ephemeral: true }),
  'shared answer': (text) => press({ actionId: 'share', value: text, ephemeral: true }),
  'button of a message': (text) => press({ actionId: 'ask.1', value: text, messageTs: thread }),
  'change of a message': (text) => press({ actionId: 'change.0', value: text, ephemeral: true }),
  recommendation: (text) => press({ actionId: 'advise.export', value: text, ephemeral: true }),
  'recommendation to be adjusted': (text) => press({ actionId: 'advise.adjust', value: text, ephemeral: true }),
  'correct button': (text) => press({ actionId: 'correct', value: text, ephemeral: true }),
  'correct button on no fact': (text) =>
    press({ actionId: 'correct', value: JSON.stringify({ mesh: text, topic: text }), ephemeral: true }),
  'answer this': (text) => answerThis({ text, ts: newTs() }, 'C000000001'),
  'message with a file': (text) =>
    eventCallback(directMessage({ text, subtype: 'file_share', files: [{ name: text }] })),
  'message of a program': (text) =>
    eventCallback(mention({ text, subtype: 'bot_message', bot_id: 'B0WORKFLOW', user: undefined, username: text })),
  'reminder of Slackbot': (text) => eventCallback(mention({ text, user: 'USLACKBOT' })),
  'details button': (text) => press({ actionId: 'details', value: text, ephemeral: true }),
  'details button of an earlier version': (text) => press({ actionId: 'advise.details', value: text }),
  'choice in a select': (text) => press({ actionId: 'ask.area', selected: text, ephemeral: true }),
  'button on the Home tab': (text) => press({ actionId: 'ask.0', value: text, onHome: true }),
  'button of nobody’s': (text) => press({ actionId: text, value: text }),
  'name of who shares': (text) => named(text, press({ actionId: 'share', value: 'retries', ephemeral: true })),
  'ask modal': (text) => submission('ask', { question: { question: { value: text } } }),
  'size modal': (text) => submission('estimate', size(text), { metadata: '{}' }),
  'size modal that is sound, from nowhere': (text) =>
    submission('estimate', size('20'), { metadata: JSON.stringify({ channel: text }) }),
  'size modal with something else in it': (text) => submission('estimate', { pods: { pods: { value: text } } }),
  'recommend modal': (text) => submission('recommend', { [text]: { answer: { value: text } } }, { metadata: text }),
  'recommend modal at a step': (text) =>
    submission('recommend', { team: { answer: { value: text } } }, { metadata: step(0, text) }),
  'recommend modal at its end': (text) =>
    submission('recommend', { team: { answer: { value: '3' } } }, { metadata: step(3, text) }),
  'recommend modal that is closed': (text) => closing('recommend', step(1, `cni=${text} mutual-tls=must`)),
  'details modal that is closed': (text) => closing('details', text),
  'correction without an address': (text) =>
    submission('correction', corrected(text, text), {
      metadata: JSON.stringify({ mesh: 'linkerd', topic: 'retries' }),
    }),
  'correction that is blank': (text) =>
    submission('correction', corrected(' ', `https://${text}.example`), {
      metadata: JSON.stringify({ mesh: text, topic: text }),
    }),
  'modal of nobody’s': (text) => submission('correction', { [text]: {} }, { metadata: text }),
  'home tab': (text) => eventCallback(homeOpened('home', text)),
  'no event': (text) => ({ type: 'application/json', body: JSON.stringify({ type: 'event_callback', event: text }) }),
  'no JSON': (text) => ({ type: 'application/json', body: `{"${text}` }),
}

/** What the files of the database hold of what was written. */
const inDatabase = (): readonly string[] => {
  const files = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'latin1'))
  expect(files.join('')).toContain('thread_contexts')
  return [...new Set(files.join('').match(markers))].sort()
}

const untilSaid = (text: RegExp) =>
  vi.waitFor(
    async () => {
      const said = (await slack.botMessages('C000000001')).filter((message) => text.test(message.text))
      expect(said).toHaveLength(1)
    },
    { timeout: 10_000 },
  )

const answering = (method: string, body: object, times: number) =>
  nock(slack.url, { allowUnmocked: true }).post(`/api/${method}`).times(times).reply(200, body)

test('of 400 words that people write by every way in, none is in the log, the metrics or the database, but for corrections', {
  timeout: 120_000,
}, async () => {
  thread = await slack.say('does istio support retries?')
  await app.send(eventCallback(mention({ text: 'does istio support retries?', ts: thread })))
  await vi.waitFor(async () => expect(await slack.botMessages('C000000001')).toHaveLength(1))
  for (const way of Object.values(ways)) await Promise.all(phrasings.map((phrase) => app.send(way(phrase(marker())))))
  await Promise.all([...usages.keys()].map((name) => app.send(slashCommand(`${name} ${marker()}`))))

  // A thread under a message, and the names of those who wrote in it.
  const said = `We at ${marker()} need to pick a mesh: which one? 40 nodes, 600 pods, three of us to run it.`
  const replies = [`mTLS everywhere is a must. ${marker()}`, `Good, ${marker()}`].map((text, index) => ({
    ts: newTs(),
    user: `U${index}`,
    text,
  }))
  answering('conversations.replies', { ok: true, messages: replies }, 1)
  answering('users.info', { ok: true, user: { name: marker(), real_name: marker() } }, 2)
  await app.send(answerThis({ text: said, ts: await slack.say(said), reply_count: 2 }, 'C000000001'))
  await untilSaid(/The thread adds: .*\(zzmark\d+\)/)

  // A correction is kept as it was written, with its source, and with a link that holds it too.
  const kept = [marker(), marker()].sort()
  const metadata = JSON.stringify({ mesh: 'linkerd', topic: 'retries', channel: 'C000000001' })
  await app.send(submission('correction', corrected(`It is ${kept[0]}`, `https://x.example/${kept[1]}`), { metadata }))
  await vi.waitFor(async () =>
    expect(await slack.inspect('messages', 'C000000001')).toContain('Your correction is kept'),
  )

  // Slack refuses all that is said, and then the database is gone.
  const refusal = {
    ok: false,
    error: 'invalid_blocks',
    response_metadata: { messages: [`[ERROR] no "${marker()}" here [json-pointer:/blocks/0]`] },
  }
  for (const method of ['chat.postMessage', 'chat.postEphemeral', 'views.open']) answering(method, refusal, 500)
  for (const way of Object.values(ways)) await app.send(way(`does istio support ${marker()}?`))
  await app.edge.storage.close()
  for (const way of Object.values(ways)) await app.send(way(`recommend cni=${marker()} mutual-tls=must`))
  await app.send(submission('correction', corrected(marker(), null), { metadata }))

  expect(count).toBeGreaterThan(400)
  await app.close().catch(() => undefined)
  expect(inDatabase()).toEqual(kept)
  expect(app.logged.filter((line) => line.match(markers))).toEqual([])
  expect(app.logged.join('')).toMatch(/goes out without what folds.*The database was done without/s)
  const metrics = await app.edge.metrics.text()
  expect(metrics).toMatch(/meshwise_requests_total\{surface="view"\} \d/)
  expect(metrics.match(markers)).toBeNull()
})
