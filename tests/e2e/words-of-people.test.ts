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
  directMessage,
  eventCallback,
  homeOpened,
  mention,
  newTs,
  press,
  slashCommand,
  submission,
} from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

/** What people write: the log and the database are to hold none of it. */
let count = 0
const marker = (): string => `zzmark${String(++count).padStart(4, '0')}`
const markers = /zzmark\d{4}/g

let slack: Workspace
let app: WholeApp
let directory: string
let thread: string

beforeAll(async () => {
  nock.disableNetConnect()
  nock.enableNetConnect(/^(localhost|127\.0\.0\.1)/)
  nock('https://hooks.slack.com').post(/.*/).reply(200, 'ok').persist()
  directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
  slack = await startWorkspace(['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'])
  const apiUrl = `${slack.url}/api/`
  app = await startWholeApp({
    apiUrl,
    createMeshwise,
    database: { kind: 'sqlite', file: join(directory, 'meshwise.db') },
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

/** Every way by which a text comes in. */
const ways: Readonly<Record<string, (text: string) => Parameters<WholeApp['send']>[0]>> = {
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
  'ask modal': (text) => submission('ask', { question: { question: { value: text } } }),
  'size modal': (text) =>
    submission('estimate', { pods: { pods: { value: text } }, nodes: { nodes: { value: text } } }, { metadata: '{}' }),
  'recommend modal': (text) => submission('recommend', { [text]: { answer: { value: text } } }, { metadata: text }),
  'modal of nobody’s': (text) => submission('correction', { [text]: {} }, { metadata: text }),
  'home tab': (text) => eventCallback(homeOpened('home', text)),
  'no event': (text) => ({ type: 'application/json', body: JSON.stringify({ type: 'event_callback', event: text }) }),
  'no JSON': (text) => ({ type: 'application/json', body: `{"${text}` }),
}

test('of 200 words that people write by every way in, neither the log nor the database has one', {
  timeout: 120_000,
}, async () => {
  thread = await slack.say('does istio support retries?')
  await app.send(eventCallback(mention({ text: 'does istio support retries?', ts: thread })))
  await vi.waitFor(async () => expect(await slack.botMessages('C000000001')).toHaveLength(1))
  for (const way of Object.values(ways)) await Promise.all(phrasings.map((phrase) => app.send(way(phrase(marker())))))
  await Promise.all([...usages.keys()].map((name) => app.send(slashCommand(`${name} ${marker()}`))))
  expect(count).toBeGreaterThan(200)
  await app.close()
  const files = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'latin1'))
  expect(files.join('')).toContain('thread_contexts')
  expect([...new Set(files.join('').match(markers))]).toEqual([])
  expect(app.logged.filter((line) => line.match(markers))).toEqual([])
})
