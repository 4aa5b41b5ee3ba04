import { afterEach, expect, test } from 'vitest'
import { StartError } from '../../src/errors.ts'
import { startSocketBot } from '../../src/slack/socket-bot.ts'
import { fakeMeshwise } from '../helpers/fake-meshwise.ts'
import { mention } from '../helpers/slack-payloads.ts'
import { type SocketModeServer, startSocketMode } from '../helpers/socket-mode.ts'
import { openEdge } from '../helpers/whole-app.ts'

const close: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const closing of close.splice(0).reverse()) await closing()
})

async function start(slack: SocketModeServer) {
  close.push(slack.close)
  const { edge, logged } = await openEdge({ createMeshwise: () => fakeMeshwise })
  close.push(edge.storage.close)
  const bot = await startSocketBot({ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: slack.apiUrl, edge })
  close.push(bot.close)
  return { edge, logged }
}

const oddPayloads: readonly unknown[] = [
  null,
  'a string',
  7,
  [],
  {},
  { type: 'event_callback', event: null },
  { type: 'event_callback', event_id: 'Ev1', event: 'message' },
  { type: 'event_callback', event_id: 'Ev1', event: { type: 'message', channel: null } },
  { type: 'event_callback', event_id: 'Ev1', event: { type: 'message' }, authorizations: [null] },
  { command: '/mesh', text: null },
  { type: 'block_actions', user: null, actions: [] },
  { type: 'view_submission', user: { id: 'U1' }, view: null },
]

const command = (text: string) => ({
  command: '/mesh',
  text,
  team_id: 'T1',
  channel_id: 'C1',
  user_id: 'U1',
  trigger_id: '1.2.3',
  response_url: 'https://hooks.slack.com/commands/T1/1/x',
})

test('a slash command that comes over the socket is answered in its acknowledgement', async () => {
  const slack = await startSocketMode()
  await start(slack)
  const answer = await slack.deliver('slash_commands', command('hello'))
  expect(answer).toMatchObject({ response_type: 'ephemeral', text: expect.stringMatching(/commanded “hello”/) })
})

test('what is no request is acknowledged and logged, and the next request is served', async () => {
  const slack = await startSocketMode()
  const { logged } = await start(slack)
  for (const frame of ['null', '7', '"text"', '[]', '{', '{"type":"events_api","payload":{}}']) await slack.send(frame)
  for (const type of ['events_api', 'interactive', 'slash_commands'] as const) {
    for (const payload of oddPayloads) expect(await slack.deliver(type, payload)).toEqual({})
  }
  expect(logged.filter((line) => line.includes('has not the shape'))).toHaveLength(6 + 3 * oddPayloads.length)
  expect(await slack.deliver('slash_commands', command('hello'))).toMatchObject({ response_type: 'ephemeral' })
})

test('what nobody asked Slack for is acknowledged without a word', async () => {
  const slack = await startSocketMode()
  const { logged } = await start(slack)
  const before = logged.length
  const reaction = { type: 'event_callback', event_id: 'Ev1', event: { type: 'reaction_added', item: null } }
  expect(await slack.deliver('events_api', reaction)).toEqual({})
  expect(logged.slice(before)).toEqual([])
})

test('an event that comes over the socket is acknowledged once it is answered', async () => {
  const slack = await startSocketMode()
  const { edge } = await start(slack)
  const event = mention({ text: 'hello', ts: '1700000000.000100' })
  await slack.deliver('events_api', { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event })
  const key = { teamId: 'T1', key: `message ${event.channel} ${event.ts}` }
  expect((await edge.storage.claims.take(key)).state).toBe('finished')
  expect(await edge.metrics.text()).toMatch(
    /^meshwise_slack_api_calls_total\{method="chat.postMessage",outcome="answered"\} 1$/m,
  )
})

test('when Slack ends the connection, another one is opened', { timeout: 20_000 }, async () => {
  const slack = await startSocketMode()
  await start(slack)
  slack.disconnect()
  const answer = await slack.deliver('slash_commands', command('again'))
  expect(answer).toMatchObject({ text: expect.stringMatching(/commanded “again”/) })
})

test('an app-level token that Slack refuses is a reason not to start', async () => {
  const starting = start(await startSocketMode('invalid_auth'))
  await expect(starting).rejects.toThrow(StartError)
  await expect(starting).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\)/)
})
