import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isObject, objectAt, objectsAt } from '../../src/playground/json.ts'
import type { Playground } from '../../src/playground/playground.ts'
import type { Exchange, Message } from '../../src/playground/protocol.ts'
import { startStub } from './start.ts'
import { Window } from './window.ts'

let playground: Playground
let ada: Window

beforeAll(async () => {
  playground = await startStub()
  ada = await Window.open(playground.url, 'ada')
})

afterAll(async () => {
  ada.close()
  await playground.close()
})

async function freshCard(command: string): Promise<Message> {
  const seen = new Set(ada.snapshot.messages.map(({ ts }) => ts))
  await ada.say('platform', command)
  return ada.until(({ messages }) => messages.find(({ ts, blocks }) => !seen.has(ts) && blocks.length > 3))
}

async function lastPayload(type: string): Promise<{ [key: string]: unknown }> {
  const exchange = await ada.until(({ exchanges }) => exchanges.findLast(({ kind }) => kind === type))
  return isObject(exchange.body) ? exchange.body : {}
}

describe('buttons', () => {
  it('sends what Slack sends, for a message in the channel', async () => {
    const card = await freshCard('/mesh shared')
    await ada.press(card, 'Share in channel')
    await ada.message('Shared by a button')
    const payload = await lastPayload('block_actions')
    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { username: 'ada', team_id: 'T000000001' },
      api_app_id: 'A0MESHWISE',
      container: { type: 'message', message_ts: card.ts, is_ephemeral: false },
      channel: { name: 'platform' },
      message: { ts: card.ts, bot_id: 'B0MESHWISE' },
      actions: [{ type: 'button', action_id: 'share', block_id: 'buttons', value: 'v1' }],
    })
    expect(payload.response_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/response\//)
    expect(objectAt(objectAt(payload, 'state') ?? {}, 'values')).toMatchObject({
      menus: { pick_date: { type: 'datepicker', selected_date: '2026-12-01' }, pick_mesh: { selected_option: null } },
    })
  })

  it('sends no message along with an ephemeral one', async () => {
    const card = await freshCard('/mesh card')
    await ada.press(card, 'Replace me')
    const payload = await lastPayload('block_actions')
    expect(payload.message).toBeUndefined()
    expect(payload.container).toMatchObject({ is_ephemeral: true })
    await ada.until(({ messages }) => messages.some(({ ts, text }) => ts === card.ts && text === 'Replaced'))
  })

  it('replaces and deletes messages in the channel', async () => {
    const card = await freshCard('/mesh shared')
    await ada.press(card, 'Replace me')
    await ada.until(({ messages }) => messages.some(({ ts, text }) => ts === card.ts && text === 'Replaced'))
    const other = await freshCard('/mesh shared')
    await ada.press(other, 'Delete me')
    await ada.until(({ messages }) => messages.every(({ ts }) => ts !== other.ts))
  })

  it('tells the person when nobody acknowledges', async () => {
    const card = await freshCard('/mesh card')
    const outcome = await ada.press(card, 'Nobody listens')
    expect(outcome.error).toMatch(/^(Operation timed out|This app responded with Status Code 404)/)
  })
})

describe('other elements', () => {
  it.each([
    ['menus', 'pick_mesh', { type: 'static_select', selected_option: { value: 'cilium' } }, '"cilium"'],
    ['menus', 'pick_meshes', { type: 'multi_static_select', selected_options: [{ value: 'istio' }] }, '"istio"'],
    ['menus', 'pick_user', { type: 'users_select', selected_user: 'U1' }, '"U1"'],
    ['menus', 'pick_date', { type: 'datepicker', selected_date: '2026-12-24' }, '"2026-12-24"'],
    ['choices', 'pick_one', { type: 'radio_buttons', selected_option: { value: 'istio' } }, '"istio"'],
    ['choices', 'pick_some', { type: 'checkboxes', selected_options: [] }, '[]'],
    ['intro', 'more', { selected_option: { value: 'sources' } }, '"sources"'],
    ['feedback', 'feedback', { value: 'good' }, '"good"'],
  ])('%s/%s', async (blockId, actionId, value, expected) => {
    const card = await freshCard('/mesh card')
    const source = { kind: 'message' as const, conversation: card.conversation, ts: card.ts }
    await ada.act({ do: 'interact', source, blockId, actionId, value, state: {} })
    expect((await ada.message(`${actionId}: `)).text).toContain(expected)
  })

  it('asks the app for the options of an external select', async () => {
    const card = await freshCard('/mesh card')
    const source = { kind: 'message' as const, conversation: card.conversation, ts: card.ts }
    const outcome = await ada.act({
      do: 'suggest',
      source,
      blockId: 'menus',
      actionId: 'search_topic',
      query: 'm',
    })
    expect(outcome.options).toHaveLength(3)
  })
})

describe('modals', () => {
  const filled = (name: string) => ({
    name: { value: { type: 'plain_text_input', value: name } },
    nodes: { value: { type: 'number_input', value: '40' } },
    mesh: { value: { type: 'multi_static_select', selected_options: [{ value: 'istio' }] } },
    skill: { value: { type: 'radio_buttons', selected_option: { value: 'none' } } },
  })
  const submit = (name: string) => {
    const viewId = ada.snapshot.views.at(-1)?.id ?? ''
    return ada.act({ do: 'submit', viewId, state: filled(name) })
  }

  const closeTop = async () => {
    const { length } = ada.snapshot.views
    await ada.act({ do: 'close', viewId: ada.snapshot.views.at(-1)?.id ?? '', all: false })
    await ada.until(({ views }) => views.length === length - 1)
  }

  beforeEach(async () => {
    const top = ada.snapshot.views.at(-1)
    if (top) await ada.act({ do: 'close', viewId: top.id, all: true })
    await ada.until(({ views }) => views.length === 0)
    await ada.say('platform', '/mesh modal')
    await ada.until(({ views }) => views.length === 1)
  })

  it('checks inputs before the app hears of them', async () => {
    const viewId = ada.snapshot.views.at(-1)?.id ?? ''
    const before = ada.snapshot.exchanges.length
    const outcome = await ada.act({ do: 'submit', viewId, state: {} })
    expect(outcome.fieldErrors).toMatchObject({ name: 'Please complete this required field.' })
    expect(Object.keys(outcome.fieldErrors ?? {})).toEqual(['name', 'nodes', 'mesh', 'skill'])
    expect(ada.snapshot.exchanges).toHaveLength(before)
  })

  it('shows the app’s errors at their fields', async () => {
    expect(await submit('taken')).toEqual({ ok: false, fieldErrors: { name: 'That name is taken' } })
    expect(ada.snapshot.views).toHaveLength(1)
  })

  it('closes, and brings state and private metadata', async () => {
    expect(await submit('prod-eu')).toEqual({ ok: true })
    await ada.message('Recorded prod-eu')
    expect(ada.snapshot.views).toEqual([])
    const view = objectAt(await lastPayload('view_submission'), 'view') ?? {}
    expect(view.private_metadata).toBe(ada.conversation('platform'))
    expect(view.state).toMatchObject({
      values: { nodes: { value: { value: '40' } }, needs: { value: { type: 'checkboxes', selected_options: [] } } },
    })
  })

  it('pushes, updates and clears by response_action', async () => {
    await submit('push')
    await ada.until(({ views }) => views.length === 2 && views[1]?.title === 'Pushed')
    await closeTop()
    await submit('update')
    await ada.until(({ views }) => views.length === 1 && views[0]?.title === 'Updated')
  })

  it('pushes three deep and no deeper', async () => {
    await ada.pressInView('Help')
    await ada.until(({ views }) => views.length === 2)
    await ada.pressInView('Deeper')
    await ada.until(({ views }) => views.length === 3)
    await ada.pressInView('Deeper')
    const refused = await ada.until(({ exchanges }) =>
      exchanges.find(({ kind, answer }) => kind === 'views.push' && answer?.body.includes('push_limit_reached')),
    )
    expect(refused).toBeDefined()
    await closeTop()
    await ada.pressInView('Deeper')
    await ada.until(({ views }) => views.length === 3)
  })

  it('updates a view by id and hash', async () => {
    await ada.pressInView('Rename')
    await ada.until(({ views }) => views[0]?.title === 'Renamed')
  })

  it('tells the app of a close it wants to know of', async () => {
    await ada.act({ do: 'close', viewId: ada.snapshot.views.at(-1)?.id ?? '', all: false })
    await ada.message('Closed, cleared: false')
  })
})

describe('shortcuts and triggers', () => {
  it('opens a modal from a global shortcut', async () => {
    await ada.act({ do: 'shortcut', callbackId: 'start_decision' })
    await ada.until(({ views }) => views.at(-1)?.title === 'Decision')
    expect((await lastPayload('shortcut')).channel).toBeUndefined()
    await ada.act({ do: 'close', viewId: ada.snapshot.views.at(-1)?.id ?? '', all: true })
  })

  it('sends the message of a message shortcut', async () => {
    await ada.say('platform', 'which mesh is fastest?')
    const { conversation, ts } = await ada.message('which mesh is fastest?')
    await ada.act({ do: 'message-shortcut', callbackId: 'ask_about_this', conversation, ts })
    await ada.message('About: which mesh is fastest?')
    expect(await lastPayload('message_action')).toMatchObject({
      message_ts: ts,
      message: { text: 'which mesh is fastest?' },
    })
  })

  it('lets a trigger_id expire after three seconds', async () => {
    await ada.say('platform', '/mesh late-modal')
    await ada.message('Too late')
    const refused = ada.snapshot.exchanges.findLast(({ kind }: Exchange) => kind === 'views.open')
    expect(refused?.answer?.body).toContain('expired_trigger_id')
  })

  it('gives ids to blocks that have none', async () => {
    const card = await freshCard('/mesh table')
    expect(card.blocks.every((block) => typeof block.block_id === 'string')).toBe(true)
    const carousel = card.blocks.find((block) => block.type === 'carousel') ?? {}
    const [first] = objectsAt(carousel, 'elements')
    await ada.press({ ...card, blocks: first ? [first] : [] }, 'Choose Istio')
    await ada.message('choose_Istio')
  })
})
