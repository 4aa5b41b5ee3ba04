import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createMeshwise } from '../../src/meshwise.ts'
import { answerOf, takeResponses } from '../helpers/response-urls.ts'
import { press, slashCommand, submission, workspace } from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

const scopes = ['chat:write', 'commands', 'files:read', 'files:write']
const { channel } = workspace

let slack: Workspace
let app: WholeApp

beforeAll(() => {
  nock.disableNetConnect()
  nock.enableNetConnect(/^(localhost|127\.0\.0\.1)/)
})
beforeEach(async () => {
  slack = await startWorkspace(scopes)
  app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise })
})
afterEach(async () => {
  await app.close().catch(() => undefined)
  await slack.close()
  nock.cleanAll()
})
afterAll(() => nock.restore())

/** The blocks of the answer to a slash command. */
const command = (text: string) => answerOf(app, text)

/** The command that a button with this label carries. */
function buttonSaying(blocks: unknown, label: string): { actionId: string; value: string } {
  const found = JSON.stringify(blocks).match(
    new RegExp(
      `\\{"type":"button","text":\\{"type":"plain_text","text":"${label}"[^}]*\\},"action_id":"([^"]+)","value":"([^"]+)"`,
    ),
  )
  return { actionId: found?.[1] ?? '', value: found?.[2] ?? '' }
}

test('an estimate has its figures as a chart, as a table and as text', async () => {
  const { text, blocks } = await command('estimate pods=500 nodes=20 rps=1000 calls=5 depth=3 l7')
  expect(blocks.filter(({ type }) => type === 'data_visualization')).toHaveLength(1)
  expect(JSON.stringify(blocks.filter(({ type }) => type === 'container'))).toContain('"type":"table"')
  expect(text).toContain('Istio sidecar: Memory: 19–98 GiB')
  expect(JSON.stringify(blocks)).toContain('19–98 GiB')
})

test('a size that can’t be says what is allowed', async () => {
  expect((await command('estimate pods=-3 nodes=0')).text).toMatch(/Pods must be .* 1 to 1,000,000.*Nodes must be/)
  expect((await command('estimate pods=1000000 nodes=1')).text).toContain('more than 1,000 pods a node')
})

const inputs = (values: Readonly<Record<'pods' | 'nodes' | 'rps' | 'hops', string | null>>, l7 = false) => ({
  ...Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: { value } }])),
  l7: { l7: { selected_options: l7 ? [{ value: 'l7' }] : [] } },
})

test('/mesh estimate alone asks for the size, and the answer goes to whoever asked', async () => {
  const opened = await app.send(slashCommand('estimate', { trigger: await slack.trigger() }))
  expect(await opened.text()).toBe('')
  await vi.waitFor(async () => expect(await slack.inspect('views')).toMatch(/modal.*Estimate/s))

  const metadata = JSON.stringify({ channel })
  const size = { pods: '2k', nodes: null, rps: 'half a million', hops: '3' }
  const response = await app.send(submission('estimate', inputs(size, true), { metadata }))
  expect(await response.text()).toBe('')
  await app.close()
  const shown = await slack.inspect('messages', channel)
  expect(shown).toContain('2,000 pods on 80 nodes, 500,000 rps')
  expect(shown).toContain('L7')
})

test('a size that is submitted twice is answered once, and one that was mended after a fault is', async () => {
  const at = { metadata: JSON.stringify({ channel }), viewId: 'V1' }
  const size = { pods: '500', nodes: null, rps: null, hops: null }
  await app.send(submission('estimate', inputs({ ...size, pods: 'many' }), at))
  for (let times = 0; times < 2; times++) await app.send(submission('estimate', inputs(size), at))
  await app.close()
  const shown = await slack.inspect('messages', channel)
  expect(shown.split('500 pods on 20 nodes, 1,000 rps')).toHaveLength(2)
})

test('what is wrong in the modal is told at its field', async () => {
  const size = { pods: 'many', nodes: '0', rps: '-1', hops: '2.5' }
  const response = await app.send(submission('estimate', inputs(size), { metadata: '{}' }))
  const { response_action, errors } = z
    .object({ response_action: z.string(), errors: z.record(z.string(), z.string()) })
    .parse(await response.json())
  expect(response_action).toBe('errors')
  expect(Object.keys(errors).sort()).toEqual(['hops', 'nodes', 'pods', 'rps'])
  expect(errors.pods).toBe('Pods must be a whole number from 1 to 1,000,000.')
  expect(await slack.inspect('messages', channel)).not.toContain('Estimate')
})

test('a what-if button that is pressed twice fast leaves the message with one outcome', async () => {
  const { blocks } = await command('estimate pods=500 nodes=20')
  const shared = buttonSaying(blocks, 'Share in channel')
  await app.send(press({ actionId: shared.actionId, value: shared.value, ephemeral: true }))
  await vi.waitFor(async () => expect(await slack.botMessages(channel)).toHaveLength(1))
  const [message] = await slack.botMessages(channel)
  const more = buttonSaying(message?.blocks, '1,000 pods')
  expect(more.value).toContain('pods=1000')

  const click = () => app.send(press({ ...more, messageTs: message?.ts ?? '' }))
  await Promise.all([click(), click()])
  await app.close()
  const after = await slack.botMessages(channel)
  expect(after).toHaveLength(1)
  expect(after[0]?.ts).toBe(message?.ts)
  expect(after[0]?.text).toContain('1,000 pods on 20 nodes')
  expect(buttonSaying(after[0]?.blocks, '2,000 pods').value).toContain('pods=2000')
})

const picturesIn = async () =>
  (await slack.botMessages(channel)).flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'image'))

test('a diagram is uploaded once, and the same file is shown again', async () => {
  await slack.say('a thread', { channel })
  const threadTs = await slack.say('draw it')
  const ask = () => app.send(press({ actionId: 'ask.0', value: 'diagram istio ambient', threadTs }))
  await ask()
  await vi.waitFor(async () => expect(await picturesIn()).toHaveLength(1), { timeout: 10_000 })
  await ask()
  await vi.waitFor(async () => expect(await picturesIn()).toHaveLength(2), { timeout: 10_000 })
  const [first, second] = await picturesIn()
  expect(first).toMatchObject({ slack_file: { id: expect.stringMatching(/^F/) } })
  expect(second?.slack_file).toEqual(first?.slack_file)
  expect(first?.alt_text).toMatch(/^Istio, ambient mode\. .*ztunnel/)
})

test('an upload that fails once is tried again', async () => {
  const failed = nock(slack.url, { allowUnmocked: true })
    .post(/^\/upload\/v1\//)
    .reply(500)
  const threadTs = await slack.say('draw it')
  await app.send(press({ actionId: 'ask.0', value: 'diagram linkerd', messageTs: threadTs }))
  await vi.waitFor(async () => expect(await picturesIn()).toHaveLength(1), { timeout: 10_000 })
  expect(failed.isDone()).toBe(true)
})

test('where uploads are switched off, the words are there and say why there is no picture', async () => {
  nock(slack.url, { allowUnmocked: true })
    .post('/api/files.getUploadURLExternal')
    .reply(200, { ok: false, error: 'file_uploads_disabled' })
  const threadTs = await slack.say('draw it')
  await app.send(press({ actionId: 'ask.0', value: 'diagram consul', messageTs: threadTs }))
  await vi.waitFor(async () => expect(await slack.botMessages(channel)).toHaveLength(1), { timeout: 10_000 })
  const [message] = await slack.botMessages(channel)
  expect(message?.text).toContain('file uploads are switched off in this workspace')
  expect(message?.text).toContain('consul-dataplane')
  expect(await picturesIn()).toEqual([])
})

test('a picture that Slack has not processed yet is waited for', async () => {
  const early = nock(slack.url, { allowUnmocked: true })
    .post('/api/files.info')
    .reply(200, { ok: true, file: { id: 'F0' } })
  const threadTs = await slack.say('draw it')
  await app.send(press({ actionId: 'ask.0', value: 'diagram cilium', messageTs: threadTs }))
  await vi.waitFor(async () => expect(await picturesIn()).toHaveLength(1), { timeout: 10_000 })
  expect(early.isDone()).toBe(true)
})

test('a picture that somebody has deleted is uploaded anew', async () => {
  const threadTs = await slack.say('draw it')
  const ask = () => app.send(press({ actionId: 'ask.0', value: 'diagram linkerd', threadTs }))
  await ask()
  await vi.waitFor(async () => expect(await picturesIn()).toHaveLength(1), { timeout: 10_000 })
  nock(slack.url, { allowUnmocked: true }).post('/api/files.info').reply(200, { ok: false, error: 'file_not_found' })
  await ask()
  await vi.waitFor(async () => expect(await picturesIn()).toHaveLength(2), { timeout: 10_000 })
  const [first, second] = await picturesIn()
  expect(second?.slack_file).not.toEqual(first?.slack_file)
})

test('/mesh diagram is acknowledged at once, and the picture follows for the user alone', async () => {
  const { hook, received } = takeResponses()
  const response = await app.send(slashCommand('diagram istio cilium', { hook }))
  expect(await response.text()).toBe('')
  await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 10_000 })
  expect(received[0]).toMatchObject({ response_type: 'ephemeral' })
  expect(JSON.stringify(received[0])).toMatch(/"slack_file":\{"id":"F/)
  expect(await slack.botMessages(channel)).toEqual([])
})
