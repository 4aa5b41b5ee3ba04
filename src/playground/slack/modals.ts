import { checkInputs } from '../check-inputs.ts'
import { acknowledged, type Delivery, isAcknowledged, noteViolations } from '../deliver.ts'
import { placedElements, stateOf } from '../element-state.ts'
import { isObject, type JsonObject, objectAt, stringAt } from '../json.ts'
import type { Member, Outcome, StateValues, View } from '../protocol.ts'
import { validateView } from '../validate-blocks.ts'
import type { World } from '../world.ts'
import { interactionBase, sendInteraction } from './interaction.ts'
import { channelPart, viewPart } from './payload-parts.ts'

const TROUBLE = 'We had some trouble connecting. Try again?'

/** Submits a modal: Slack checks its inputs first, then the app decides what becomes of it. */
export async function submitView(world: World, person: Member, viewId: string, entered: StateValues): Promise<Outcome> {
  const view = world.views.stackOf(person.id).find((candidate) => candidate.id === viewId)
  if (view === undefined) return { ok: false, error: 'That is no longer there.' }
  const values = stateOf(view.blocks, entered)
  const fieldErrors = checkInputs(view.blocks, values)
  if (Object.keys(fieldErrors).length > 0) return { ok: false, fieldErrors }
  const delivery = await sendInteraction(world, `submit ${view.callbackId || view.title}`, {
    ...interactionBase(world, person, 'view_submission'),
    trigger_id: world.triggers.issue(person.id, view.id),
    view: viewPart(world, view, inputValues(view, values)),
    response_urls: responseUrls(world, person, view, values),
  })
  if (!isAcknowledged(delivery)) return { ok: false, error: TROUBLE }
  return followUp(world, person, view, delivery)
}

/** Closes a modal, or with `all` its whole stack, and tells the app if it wants to know. */
export async function closeView(world: World, person: Member, viewId: string, all: boolean): Promise<Outcome> {
  const stack = world.views.stackOf(person.id)
  const view = all ? stack[0] : stack.find((candidate) => candidate.id === viewId)
  if (view === undefined) return { ok: true }
  const cleared = all || view.clearOnClose
  if (cleared) world.views.clear(person.id)
  else world.views.close(person.id, view.id)
  const toTell = cleared ? stack.filter((candidate) => candidate.notifyOnClose) : view.notifyOnClose ? [view] : []
  for (const closed of toTell) {
    await sendInteraction(world, `close ${closed.callbackId || closed.title}`, {
      ...interactionBase(world, person, 'view_closed'),
      view: viewPart(world, closed),
      is_cleared: cleared,
    })
  }
  return { ok: true }
}

async function followUp(world: World, person: Member, view: View, delivery: Delivery): Promise<Outcome> {
  const answer = acknowledged(delivery)
  const wanted = isObject(answer) ? stringAt(answer, 'response_action') : undefined
  if (!isObject(answer) || wanted === undefined) {
    const empty = 'answer' in delivery && ['', '{}'].includes(delivery.answer.body.trim())
    if (!empty) return { ok: false, error: TROUBLE }
    world.views.close(person.id, view.id)
    return { ok: true }
  }
  switch (wanted) {
    case 'clear':
      world.views.clear(person.id)
      return { ok: true }
    case 'errors':
      return { ok: false, fieldErrors: knownErrors(view, objectAt(answer, 'errors') ?? {}) }
    case 'update':
    case 'push': {
      const next = objectAt(answer, 'view') ?? {}
      const violations = validateView(next)
      noteViolations(world, delivery.exchange, violations)
      const refused = world.dials.refuseInvalidBlocks && violations.some(({ severity }) => severity === 'error')
      const result = refused
        ? { error: 'invalid_view' }
        : wanted === 'push'
          ? world.views.push(person.id, view.id, next)
          : world.views.update({ viewId: view.id }, next)
      return 'error' in result ? { ok: false, error: TROUBLE } : { ok: true }
    }
    default:
      return { ok: false, error: TROUBLE }
  }
}

// Slack has state only of input blocks in a submission and of elements that were acted on.
function inputValues(view: View, values: StateValues): StateValues {
  const kept = new Set(placedElements(view.blocks).map(({ blockId }) => blockId))
  return Object.fromEntries(Object.entries(values).filter(([blockId]) => kept.has(blockId)))
}

function knownErrors(view: View, errors: JsonObject): { [blockId: string]: string } {
  const inputs = new Set(placedElements(view.blocks).flatMap(({ input, blockId }) => (input ? [blockId] : [])))
  return Object.fromEntries(
    Object.entries(errors).flatMap(([blockId, text]) =>
      inputs.has(blockId) && typeof text === 'string' ? [[blockId, text]] : [],
    ),
  )
}

function responseUrls(world: World, person: Member, view: View, values: StateValues): JsonObject[] {
  return placedElements(view.blocks).flatMap(({ blockId, actionId, element, input }) => {
    if (input === undefined || element.response_url_enabled !== true) return []
    const state = values[blockId]?.[actionId] ?? {}
    const conversation = stringAt(state, 'selected_conversation') ?? stringAt(state, 'selected_channel')
    if (conversation === undefined) return []
    const responseUrl = world.responseUrls.issue({ person: person.id, conversation })
    const { id } = channelPart(world, conversation)
    return [{ block_id: blockId, action_id: actionId, channel_id: id, response_url: responseUrl }]
  })
}
