import type {
  AllMiddlewareArgs,
  Context,
  GlobalShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt'
import type { Basis } from '../../advisor/basis.ts'
import { questionsOf, stepCount, withAnswers } from '../../advisor/questionnaire.ts'
import { countAnswers } from '../../advisor/requirements.ts'
import type { Command } from '../../commands/command.ts'
import { recommendAmong, recommendBy } from '../../commands/make.ts'
import { spell } from '../../commands/table.ts'
import { RequestError } from '../../errors.ts'
import { recordOf } from '../../pages/record.ts'
import { messageFor, remember, tenantOf, threadKey } from '../answering.ts'
import { carryOnMessage } from '../blocks/carry-on-message.ts'
import { ids } from '../blocks/ids.ts'
import { recordMessage } from '../blocks/record-message.ts'
import type { Edge } from '../edge.ts'
import { oncePerPress, unlessDone } from '../once.ts'
import { type Opener, openView } from '../open-view.ts'
import type { Press, PressArgs } from '../press.ts'
import { isClosedToUs, isHashConflict } from '../refusals.ts'
import { postAnyway, type Ways, whisper } from '../send.ts'
import { parseRecommendInput, type RecommendInput } from '../views/recommend-input.ts'
import { type RecommendState, recommendState } from '../views/recommend-state.ts'
import { recommendView, viewIds } from '../views/recommend-view.ts'
import { showHome } from './app-home.ts'
import { asRecommend } from './details.ts'

const nothingAnswered = 'Nothing is answered yet. Say what matters most to you, or go back to an earlier question.'

const noCriteria = 'The knowledge here has no criteria to recommend by.'

/** Opens the guided decision, with the answers that a command already gives. */
export async function openRecommend(
  edge: Edge,
  ways: Ways,
  command: Command<'recommend'>,
  opener: Opener,
): Promise<void> {
  const { basis } = edge.knowledge.current.meshwise
  if (!basis) throw new RequestError(noCriteria)
  const { requirements } = command
  const { channel, threadTs } = opener
  const view = recommendView(basis, { session: edge.newId(), step: 0, requirements, channel, threadTs })
  await openView(edge, ways, opener, view, { actionId: ids.advise('adjust'), value: spell(command) })
}

/** The global shortcut: the outcome goes where its last step says. */
export const recommendShortcut =
  (edge: Edge) =>
  async ({ ack, shortcut, client, context }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs) => {
    await ack()
    const opener = { tenant: tenantOf(context), user: shortcut.user.id, triggerId: shortcut.trigger_id }
    await openRecommend(edge, { client, log: edge.log }, recommendAmong([]), opener)
  }

/** Does with a recommendation what its button says. */
export async function advise(edge: Edge, { client, respond, context }: PressArgs, press: Press): Promise<void> {
  const { actionId, user, channel, threadTs } = press
  const ways = { client, respond, log: edge.log }
  const { meshwise } = edge.knowledge.current
  const { command } = meshwise.parse(asRecommend(press.value))
  if (command.kind === 'incomplete') throw new RequestError(command.problem)
  if (command.kind !== 'recommend') throw new RequestError(noCriteria)
  const tenant = tenantOf(context)
  if (actionId.endsWith('.adjust')) return openRecommend(edge, ways, command, { ...press, tenant })
  const { answer } = meshwise.answer(command)
  if (answer.kind !== 'recommend') throw new RequestError(noCriteria)
  const record = recordOf(answer, edge.now().toISOString().slice(0, 10))
  await oncePerPress(edge, tenant, press, () => whisper(ways, { user, channel, threadTs }, recordMessage(record)))
}

interface Step {
  readonly input: RecommendInput
  readonly state: RecommendState
  readonly basis: Basis
}

/** What came of the modal, with what it carried. */
function stepOf(edge: Edge, body: unknown): Step {
  const input = parseRecommendInput(body)
  const { basis } = edge.knowledge.current.meshwise
  if (!basis) throw new RequestError(noCriteria)
  const state = recommendState(basis).decode(input.metadata)
  if (!state) throw new RequestError('That form is of an earlier version. Please start again.')
  return { input, state, basis }
}

/** An answer was changed, or Back was pressed: shows the step as it is with that. A newer change wins over this one. */
export async function recommendChanged(edge: Edge, { client, body }: PressArgs): Promise<void> {
  const { input, state, basis } = stepOf(edge, body)
  const read = withAnswers(basis, state.step, state.requirements, input.given)
  const requirements = read.ok ? read.requirements : state.requirements
  const step = input.action === viewIds.back ? Math.max(0, state.step - 1) : state.step
  const view = recommendView(basis, { ...state, step, requirements })
  try {
    await client.views.update({ view_id: input.viewId, ...(input.hash ? { hash: input.hash } : {}), view })
  } catch (error) {
    if (!isHashConflict(error)) throw error
    edge.log.info('A newer change of the form came first')
  }
}

type ViewArgs<T extends ViewSubmitAction | ViewClosedAction> = SlackViewMiddlewareArgs<T> & AllMiddlewareArgs

/** Next, or the end: the outcome is shown once, however often the last step is submitted. */
export const recommendSubmitted =
  (edge: Edge) =>
  async ({ ack, body, client, respond, context }: ViewArgs<ViewSubmitAction>): Promise<void> => {
    const { input, state, basis } = stepOf(edge, body)
    const read = withAnswers(basis, state.step, state.requirements, input.given)
    if (!read.ok) {
      await ack({ response_action: 'errors', errors: errorsOf(input, read.problems) })
      return
    }
    const { requirements } = read
    if (state.step < stepCount(basis) - 1) {
      const view = recommendView(basis, { ...state, step: state.step + 1, requirements })
      await ack({ response_action: 'update', view })
      return
    }
    if (countAnswers(requirements) === 0) {
      const [question] = questionsOf(basis, state.step, requirements)
      await ack({ response_action: 'errors', errors: { [question?.id ?? viewIds.conversation]: nothingAnswered } })
      return
    }
    await ack({ response_action: 'clear' })
    await unlessDone(edge, { ...tenantOf(context), key: `recommend ${state.session}` }, () =>
      showOutcome(edge, { client, respond, context }, input, { ...state, requirements }),
    )
  }

/** A problem starts with its field; it is shown at the first number, the only input that can hold what can't be. */
function errorsOf({ given }: RecommendInput, problems: readonly string[]): Record<string, string> {
  const message = problems.join(' ')
  const at = [...given].filter(([, values]) => values.length > 0).map(([block]) => block)
  const named = at.find((block) => problems.some((problem) => problem.includes(block)))
  return { [named ?? at[0] ?? 'team']: message }
}

interface Submission {
  readonly client: webApi.WebClient
  readonly respond: ViewArgs<ViewSubmitAction>['respond']
  readonly context: Context
}

/**
 * Shows the outcome to whoever asked, where they did, with a button to share it. It is posted only to the conversation
 * that they chose for it, and in direct messages, where nobody else is.
 */
async function showOutcome(
  edge: Edge,
  { client, respond, context }: Submission,
  { user, conversation }: RecommendInput,
  { requirements, channel, threadTs }: RecommendState,
): Promise<void> {
  const service = edge.knowledge.current
  const reply = service.meshwise.answer(recommendBy(requirements))
  if (channel !== undefined && !channel.startsWith('D')) {
    return whisper({ client, log: edge.log }, { user, channel, threadTs }, messageFor(service, reply, true))
  }
  const card = messageFor(service, reply, false)
  const place = { channel: channel ?? conversation ?? user, threadTs }
  const ways = { client, log: edge.log, ...(conversation === undefined ? {} : { respond }) }
  try {
    const posted = await postAnyway(ways, place, card)
    const thread = threadTs ?? posted?.ts
    if (posted && thread !== undefined) await remember(edge, threadKey(context, posted.channel, thread), reply)
    if (channel === undefined && conversation === undefined) await showHome(edge, client, user, reply.answer.understood)
  } catch (error) {
    if (!isClosedToUs(error)) throw error
    await whisper({ client, log: edge.log }, { user, channel, threadTs }, card)
  }
}

/** Closed midway: nothing is posted, and what was answered can be taken up again. */
export const recommendClosed =
  (edge: Edge) =>
  async ({ ack, body, client }: ViewArgs<ViewClosedAction>): Promise<void> => {
    await ack()
    const { input, state } = stepOf(edge, body)
    if (countAnswers(state.requirements) === 0) return
    const { channel, threadTs } = state
    const card = carryOnMessage(recommendBy(state.requirements))
    await whisper({ client, log: edge.log }, { user: input.user, channel, threadTs }, card)
  }
