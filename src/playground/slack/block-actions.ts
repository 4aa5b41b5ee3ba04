import { acknowledged } from '../deliver.ts'
import { stateOf, valueKeyOf } from '../element-state.ts'
import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../json.ts'
import type { Member, Outcome, Source, StateValues } from '../protocol.ts'
import type { World } from '../world.ts'
import { complaint, interactionBase, sendInteraction } from './interaction.ts'
import { acceptInvite, DISMISS_ACTION, INVITE_ACTION } from './invite.ts'
import { channelPart, messagePart, viewPart } from './payload-parts.ts'
import { blocksOf, elementAt, type Surface, surfaceOf } from './surface.ts'

/** What a person did with an element. */
export interface Deed {
  source: Source
  blockId: string
  actionId: string
  /** The element's new state, as in state.values; of buttons only what they carry. */
  value: JsonObject
  /** The states of the other elements of the surface. */
  state: StateValues
}

/** Sends the app what a person did with an element. */
export async function act(world: World, person: Member, deed: Deed): Promise<Outcome> {
  const surface = surfaceOf(world, person.id, deed.source)
  const element = surface && elementAt(surface, deed.blockId, deed.actionId)
  if (surface === undefined || element === undefined) return { ok: false, error: 'That is no longer there.' }
  if (deed.actionId === INVITE_ACTION || deed.actionId === DISMISS_ACTION) {
    return answerSlackbot(world, person, deed, element)
  }
  const type = stringAt(element, 'type') ?? ''
  const action = {
    ...carried(element, deed.value),
    type,
    block_id: deed.blockId,
    action_id: deed.actionId,
    action_ts: world.nextTs(),
  }
  const entered = valueKeyOf(element) === undefined ? deed.state : withValue(deed, type)
  const delivery = await sendInteraction(world, `${type} ${deed.actionId}`, {
    ...interactionBase(world, person, 'block_actions'),
    ...surfaceParts(world, person, surface, stateOf(blocksOf(surface), entered)),
    actions: [action],
  })
  const error = complaint(delivery)
  return error === undefined ? { ok: true } : { ok: false, error }
}

/** Asks the app for the options of an external select. */
export async function suggestOptions(
  world: World,
  person: Member,
  question: { source: Source; blockId: string; actionId: string; query: string },
): Promise<Outcome> {
  const surface = surfaceOf(world, person.id, question.source)
  if (surface === undefined) return { ok: false, error: 'That is no longer there.' }
  const { trigger_id: _, response_url: __, state: ___, ...parts } = surfaceParts(world, person, surface, {})
  const delivery = await sendInteraction(world, `options for ${question.actionId}`, {
    ...interactionBase(world, person, 'block_suggestion'),
    ...parts,
    action_id: question.actionId,
    block_id: question.blockId,
    value: question.query,
  })
  const error = complaint(delivery)
  if (error !== undefined) return { ok: false, error: 'Result could not be loaded.' }
  const answer = acknowledged(delivery)
  if (!isObject(answer)) return { ok: false, error: 'Result could not be loaded.' }
  const grouped = objectsAt(answer, 'option_groups').flatMap((group) => objectsAt(group, 'options'))
  return { ok: true, options: [...objectsAt(answer, 'options'), ...grouped] }
}

function surfaceParts(world: World, person: Member, surface: Surface, values: StateValues): JsonObject {
  if (surface.kind === 'view') {
    const { view } = surface
    return {
      container: { type: 'view', view_id: view.id },
      trigger_id: world.triggers.issue(person.id, view.type === 'modal' ? view.id : undefined),
      view: viewPart(world, view, values),
    }
  }
  const { message } = surface
  const ephemeral = message.ephemeralFor !== undefined
  const inThread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs }
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.conversation,
      is_ephemeral: ephemeral,
      ...inThread,
    },
    trigger_id: world.triggers.issue(person.id),
    channel: channelPart(world, message.conversation),
    // Slack keeps no copy of an ephemeral message, so its payload carries none.
    ...(ephemeral ? {} : { message: messagePart(world, message) }),
    state: { values },
    response_url: world.responseUrls.issue({
      person: person.id,
      conversation: message.conversation,
      original: { ts: message.ts, ephemeral },
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    }),
  }
}

function carried(element: JsonObject, value: JsonObject): JsonObject {
  switch (element.type) {
    case 'button':
    case 'icon_button':
    case 'workflow_button': {
      const own = ['text', 'value', 'url', 'style'].filter((key) => element[key] !== undefined)
      return Object.fromEntries(own.map((key) => [key, element[key]]))
    }
    case 'feedback_buttons': {
      const side = value.value === objectAt(element, 'positive_button')?.value ? 'positive_button' : 'negative_button'
      const pressed = objectAt(element, side) ?? {}
      return { text: pressed.text, value: pressed.value }
    }
    case 'overflow':
      return { selected_option: value.selected_option }
    default: {
      const key = valueKeyOf(element)
      const placeholder = element.placeholder === undefined ? {} : { placeholder: element.placeholder }
      return key === undefined ? {} : { [key]: value[key], ...placeholder }
    }
  }
}

function withValue(deed: Deed, type: string): StateValues {
  const block = { ...deed.state[deed.blockId], [deed.actionId]: { ...deed.value, type } }
  return { ...deed.state, [deed.blockId]: block }
}

async function answerSlackbot(world: World, person: Member, deed: Deed, element: JsonObject): Promise<Outcome> {
  if (deed.source.kind !== 'message') return { ok: false }
  const { conversation, ts } = deed.source
  world.workspace.removeMessage(conversation, ts)
  return deed.actionId === INVITE_ACTION
    ? acceptInvite(world, person, conversation, stringAt(element, 'value'))
    : { ok: true }
}
