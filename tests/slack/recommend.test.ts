import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createMeshwise } from '../../src/meshwise.ts'
import { validateMessage, validateView } from '../../src/playground/validate-blocks.ts'
import { answerOf } from '../helpers/response-urls.ts'
import type { SlackRequest } from '../helpers/signed-request.ts'
import { eventCallback, mention, press, slashCommand, workspace } from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'
import { type OpenView, startRecordingProxy } from './recording-proxy.ts'

const scopes = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history', 'files:write']
const { channel } = workspace

let slack: Workspace
let proxy: Awaited<ReturnType<typeof startRecordingProxy>>
let app: WholeApp

beforeEach(async () => {
  slack = await startWorkspace(scopes)
  proxy = await startRecordingProxy(slack.url)
  app = await startWholeApp({ apiUrl: `${proxy.url}/api/`, createMeshwise })
})
afterEach(async () => {
  await app.close().catch(() => undefined)
  await proxy.close()
  await slack.close()
})

/** What somebody chose, by question. */
type Choices = Readonly<Record<string, string | readonly string[] | number | null>>

const valuesOf = (choices: Choices) =>
  Object.fromEntries(
    Object.entries(choices).map(([id, choice]) => {
      const answer =
        typeof choice === 'object' && choice !== null
          ? { selected_options: choice.map((value) => ({ value })) }
          : typeof choice === 'number'
            ? { value: String(choice) }
            : { selected_option: choice === null ? null : { value: choice } }
      return [id, { answer }]
    }),
  )

const interaction = (payload: object): SlackRequest => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams({
    payload: JSON.stringify({
      user: { id: workspace.user, name: workspace.userName, team_id: workspace.team },
      team: { id: workspace.team, domain: 'emulate' },
      api_app_id: workspace.bot.app,
      ...payload,
    }),
  }).toString(),
})

const viewPart = (view: OpenView, choices: Choices) => ({
  id: view.id,
  type: 'modal',
  hash: view.hash,
  callback_id: 'recommend',
  private_metadata: view.private_metadata,
  state: { values: valuesOf(choices) },
})

const changed = (view: OpenView, choices: Choices, actionId = 'answer') =>
  interaction({
    type: 'block_actions',
    trigger_id: '1.2.3',
    container: { type: 'view', view_id: view.id },
    view: viewPart(view, choices),
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1.2' }],
  })

const submitted = (view: OpenView, choices: Choices) =>
  interaction({ type: 'view_submission', trigger_id: '1.2.3', view: viewPart(view, choices), response_urls: [] })

const closed = (view: OpenView) => interaction({ type: 'view_closed', view: viewPart(view, {}), is_cleared: false })

const latestView = (): OpenView => {
  const view = proxy.calls.findLast((call) => call.view)?.view
  if (!view) throw new Error('no view was opened')
  return view
}

/** Opens the modal by the command. */
async function open(text = 'recommend'): Promise<OpenView> {
  const before = proxy.calls.length
  await app.send(slashCommand(text, { trigger: await slack.trigger() }))
  await vi.waitFor(() => expect(proxy.calls.slice(before).some(({ method }) => method === 'views.open')).toBe(true))
  return latestView()
}

const nextSchema = z.object({
  response_action: z.literal('update'),
  view: z.looseObject({ private_metadata: z.string(), title: z.looseObject({ text: z.string() }) }),
})

/** Submits a step: the view as it is from then on, which Slack keeps under the same id. */
async function next(view: OpenView, choices: Choices): Promise<OpenView> {
  const response = await app.send(submitted(view, choices))
  const { view: following } = nextSchema.parse(await response.json())
  expect(validateView(following).filter(({ severity }) => severity === 'error')).toEqual([])
  return z.custom<OpenView>().parse({ ...following, id: view.id, hash: view.hash })
}

const shown = (view: OpenView) => JSON.stringify(view.blocks)
const untilSaid = (count: number) =>
  vi.waitFor(async () => expect(await slack.botMessages(channel)).toHaveLength(count))

const buttonsSchema = z.object({ elements: z.array(z.object({ action_id: z.string(), value: z.string().optional() })) })

/** The cards that one person alone was shown in a channel. */
const whispered = () =>
  proxy.calls
    .filter(({ method, ok }) => ok && method === 'chat.postEphemeral')
    .map(({ sent }) => ({
      text: sent.get('text') ?? '',
      blocks: z.array(z.looseObject({ type: z.string() })).parse(JSON.parse(sent.get('blocks') ?? '[]')),
    }))

test('forward through every step, to a card that its asker alone sees and can share', async () => {
  const first = await open()
  expect(first.title.text).toBe('Which mesh? 1 of 4')
  const second = await next(first, { runs: ['kubernetes'], cni: 'calico', ingress: 'not-sure' })
  expect(second.title.text).toBe('Which mesh? 2 of 4')
  const third = await next(second, { team: 3, envoy: 'none' })
  const fourth = await next(third, { musts: ['mutual-tls'], shoulds: [] })
  expect(fourth.title.text).toBe('Which mesh? 4 of 4')
  expect(shown(fourth)).toContain('How it stands')
  expect(shown(fourth)).toContain('Linkerd')
  const end = await app.send(submitted(fourth, { most: ['simplicity'] }))
  expect(await end.json()).toEqual({ response_action: 'clear' })
  await vi.waitFor(() => expect(whispered()).toHaveLength(1))
  expect(await slack.botMessages(channel)).toEqual([])
  const [card] = whispered()
  expect(card?.text).toMatch(/Linkerd fits best/)
  expect(card?.text).toMatch(/Mutual TLS, \d+ points/)
  expect(card?.blocks.map(({ type }) => type)).toEqual(expect.arrayContaining(['container', 'actions']))
  const message = { text: card?.text ?? '', blocks: card?.blocks ?? [] }
  expect(validateMessage(message).filter(({ severity }) => severity === 'error')).toEqual([])
  for (const id of ['advise.adjust', 'advise.export', 'details', 'share'])
    expect(JSON.stringify(card?.blocks)).toMatch(new RegExp(`"action_id":"${id}`))
  const share = card?.blocks
    .flatMap((block) => buttonsSchema.safeParse(block).data?.elements ?? [])
    .find((button) => button.action_id === 'share')
  await app.send(press({ actionId: 'share', value: share?.value ?? '', ephemeral: true }))
  await untilSaid(1)
  expect((await slack.botMessages(channel))[0]?.text).toMatch(/Linkerd fits best.*Shared by/s)
})

test('an empty questionnaire is not finished', async () => {
  const last = await next(await next(await next(await open('recommend candidates=istio,linkerd'), {}), {}), {})
  const response = await app.send(submitted(last, {}))
  expect(await response.json()).toMatchObject({
    response_action: 'errors',
    errors: { most: expect.stringContaining('Nothing is answered yet') },
  })
})

test('later questions depend on earlier answers, in the same step too', async () => {
  const view = await open()
  expect(shown(view)).not.toContain('join the mesh')
  await app.send(changed(view, { runs: ['vms'] }))
  await vi.waitFor(() => expect(shown(latestView())).toContain('Must workloads outside Kubernetes join the mesh?'))
})

test('back keeps what was answered on both steps', async () => {
  const first = await open()
  const second = await next(first, { runs: ['consul'] })
  await app.send(changed(second, { team: 5 }, 'recommend.back'))
  await vi.waitFor(() => expect(shown(latestView())).toMatch(/Consul for service discovery.*initial_options.*consul/))
  expect(latestView().title.text).toBe('Which mesh? 1 of 4')
  const again = await next(latestView(), { runs: ['consul'] })
  expect(shown(again)).toContain('"initial_value":"5"')
})

test('the review follows the answers as they change', async () => {
  const view = await open('recommend runs=kubernetes')
  const last = await next(await next(await next(view, {}), {}), {})
  const order = (shownView: OpenView) =>
    [...shown(shownView).matchAll(/"text":"([A-Z][a-z]+)[^"]*: \d+ of 100 points"/g)].map(([, name]) => name)
  expect(order(last)[0]).toBe('Linkerd')
  await app.send(changed(last, { most: ['features'] }))
  await vi.waitFor(() => expect(order(latestView())[0]).toBe('Istio'))
})

test('contradictory answers are pointed out in the modal', async () => {
  const view = await open()
  const third = await next(await next(view, {}), {})
  await app.send(changed(third, { musts: ['no-sidecar', 'non-kubernetes'] }))
  await vi.waitFor(() => expect(shown(latestView())).toContain('"type":"alert"'))
})

test('a double submission is answered once', async () => {
  const last = await next(await next(await next(await open('recommend team-size=3'), {}), {}), {})
  const request = submitted(last, { most: ['simplicity'] })
  await Promise.all([app.send(request), app.send(request)])
  await app.send(request)
  await vi.waitFor(() => expect(whispered()).toHaveLength(1))
  await app.close()
  expect(whispered()).toHaveLength(1)
})

test('an answer that can not be is shown at its question', async () => {
  const second = await next(await open(), {})
  const response = await app.send(submitted(second, { team: -4 }))
  expect(await response.json()).toMatchObject({ response_action: 'errors', errors: { team: expect.any(String) } })
})

test('an expired trigger is told to whoever asked', async () => {
  const trigger = await slack.trigger()
  await new Promise((resolve) => setTimeout(resolve, 3_100))
  await app.send(slashCommand('recommend', { trigger }))
  await vi.waitFor(async () =>
    expect(await slack.inspect('messages', channel)).toContain('didn’t let the form open in time'),
  )
})

test('of two changes at once the one with a stale hash is dropped', async () => {
  const view = await open()
  await app.send(changed(view, { runs: ['vms'] }))
  await vi.waitFor(() => expect(shown(latestView())).toContain('join the mesh'))
  await app.send(changed(view, { runs: [] }))
  await vi.waitFor(() => expect(proxy.calls.at(-1)?.error).toBe('hash_conflict'))
  expect(shown(latestView())).toContain('join the mesh')
  await app.close()
  expect(app.logged.join('\n')).not.toContain('A request failed')
})

test('closing it midway posts nothing, and offers to carry on with the answers', async () => {
  const second = await next(await open(), { runs: ['consul'] })
  await app.send(closed(second))
  await vi.waitFor(async () => expect(await slack.inspect('messages', channel)).toContain('You closed the questions'))
  expect(await slack.botMessages(channel)).toEqual([])
})

test('closing it before any answer is left alone', async () => {
  await open()
  const calls = proxy.calls.length
  await app.send(closed(latestView()))
  await app.close()
  expect(proxy.calls).toHaveLength(calls)
})

test('a form that comes back spoilt posts nothing and says so', async () => {
  const view = await open()
  await app.send(submitted({ ...view, private_metadata: '{"v":9}' }, {}))
  await vi.waitFor(async () =>
    expect(JSON.stringify(proxy.calls.map(({ sent }) => [...sent]))).toContain('earlier version'),
  )
  expect(await slack.botMessages(channel)).toEqual([])
})

const clicked = async (actionId: string, value: string, threadTs?: string) =>
  app.send(
    press({ actionId, value, triggerId: await slack.trigger(), ...(threadTs ? { threadTs } : {}), hook: undefined }),
  )

test('adjust opens the modal with the answers, and details everything behind them', async () => {
  await clicked('advise.adjust', 'fips=must team-size=3 runs=consul')
  await vi.waitFor(() => expect(shown(latestView())).toMatch(/initial_options.*Consul/))
  await clicked('advise.details', 'fips=must team-size=3 runs=consul')
  await vi.waitFor(() => expect(latestView().title.text).toBe('Details'))
  expect(shown(latestView())).toContain('What would change it')
  await clicked('details', 'fact istio on memory-overhead')
  await vi.waitFor(() => expect(shown(latestView())).toContain('Published figures'))
})

test('export gives a Markdown record to whoever asks', async () => {
  await clicked('advise.export', 'fips=must team-size=3')
  await vi.waitFor(async () => expect(await slack.inspect('messages', channel)).toContain('## Ranking'))
})

test('a button on a comparison starts the decision among its meshes', async () => {
  const card = JSON.stringify(await answerOf(app, 'compare istio linkerd'))
  expect(card).toContain('recommend candidates=istio,linkerd')
  await clicked('ask.0', 'recommend candidates=istio,linkerd')
  await vi.waitFor(() => expect(latestView().title.text).toBe('Which mesh? 1 of 4'))
  expect(latestView().private_metadata).toContain('candidates=istio,linkerd')
})

test('the global shortcut asks where to post, and without an answer posts to the user alone', async () => {
  await app.send(interaction({ type: 'shortcut', callback_id: 'recommend_mesh', trigger_id: await slack.trigger() }))
  await vi.waitFor(() => expect(latestView().title.text).toBe('Which mesh? 1 of 4'))
  const last = await next(await next(await next(latestView(), {}), {}), {})
  expect(shown(last)).toContain('Post the outcome in')
  await app.send(submitted(last, { most: ['simplicity'] }))
  await vi.waitFor(() =>
    expect(
      proxy.calls.some(({ method, sent }) => method === 'chat.postMessage' && sent.get('channel') === workspace.user),
    ).toBe(true),
  )
})

test('a channel without the bot does not swallow the outcome', async () => {
  const view = await open('recommend team-size=3')
  const metadata = view.private_metadata.replace(channel, slack.closedChannel)
  const last = await next(await next(await next({ ...view, private_metadata: metadata }, {}), {}), {})
  await app.send(submitted(last, {}))
  await vi.waitFor(() => {
    const told = proxy.calls.filter(({ method, ok }) => ok && method.startsWith('chat.post'))
    expect(told.length).toBe(1)
  })
})

test('a question in a channel is answered with a recommendation right away, with its assumptions', async () => {
  const text = "which mesh should we pick? we're three people, Kubernetes only, just want mTLS"
  const ts = await slack.say(`@Meshwise ${text}`)
  await app.send(eventCallback(mention({ text, ts })))
  await untilSaid(1)
  const [answer] = await slack.botMessages(channel)
  expect(answer).toMatchObject({
    thread_ts: ts,
    text: expect.stringMatching(/Linkerd fits best.*Goes by: .* assumption/s),
  })
  expect(JSON.stringify(answer?.blocks)).toContain('team-size=3')
  expect(JSON.stringify(answer?.blocks)).toContain('Assumed: ')
})
