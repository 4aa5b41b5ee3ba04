import { randomBytes } from 'node:crypto'
import type { SlackRequest } from './signed-request.ts'

/** The workspace that the emulator comes with, the app in it, and somebody who uses it. */
export const workspace = {
  team: 'T000000001',
  user: 'U000000001',
  userName: 'admin',
  channel: 'C000000001',
  otherChannel: 'C000000002',
  bot: { user: 'U0MESHWISE', id: 'B0MESHWISE', app: 'A0MESHWISE', token: 'xoxb-test-token' },
} as const

const unique = () => randomBytes(6).toString('hex')

/** A timestamp of a message that no other has. */
export const newTs = (): string => `${Math.floor(Date.now() / 1000)}.${Number.parseInt(unique().slice(0, 5), 16)}`

/** A response_url that no other request has: its path on hooks.slack.com. */
export const newHook = (): string => `/actions/T000000001/${unique()}/${unique()}`

const form = (fields: Record<string, string>): SlackRequest => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields).toString(),
})

const interaction = (payload: object): SlackRequest => form({ payload: JSON.stringify(payload) })

const responseUrl = (hook: string | undefined) =>
  hook === undefined ? {} : { response_url: `https://hooks.slack.com${hook}` }

/** A slash command, such as `/mesh compare istio linkerd`. */
export const slashCommand = (
  text: string,
  { channel = workspace.channel, hook = newHook(), trigger = '1.2.3' } = {},
): SlackRequest =>
  form({
    command: '/mesh',
    text,
    team_id: workspace.team,
    channel_id: channel,
    user_id: workspace.user,
    user_name: workspace.userName,
    trigger_id: trigger,
    api_app_id: workspace.bot.app,
    ...responseUrl(hook),
  } as Record<string, string>)

/** The delivery of an event, under an id that a second delivery can repeat. */
export const eventCallback = (event: object, eventId = `Ev${unique()}`): SlackRequest => ({
  type: 'application/json',
  body: JSON.stringify({
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    team_id: workspace.team,
    api_app_id: workspace.bot.app,
    authorizations: [{ team_id: workspace.team, enterprise_id: null, user_id: workspace.bot.user, is_bot: true }],
    event,
  }),
})

interface MessageFields {
  readonly text: string
  readonly channel?: string
  readonly ts?: string
  readonly thread_ts?: string
  readonly user?: string | undefined
  readonly [field: string]: unknown
}

/** The event of a mention in a channel. */
export const mention = ({ text, ...fields }: MessageFields) => ({
  type: 'app_mention',
  user: workspace.user,
  channel: workspace.channel,
  ts: newTs(),
  text: `<@${workspace.bot.user}> ${text}`,
  ...fields,
})

/** The event of a message in a channel in which the app listens. */
export const channelMessage = (fields: MessageFields) => ({
  type: 'message',
  channel_type: 'channel',
  user: workspace.user,
  channel: workspace.channel,
  ts: newTs(),
  ...fields,
})

/** The event of a message to the bot alone. */
export const directMessage = (fields: MessageFields) => channelMessage({ channel_type: 'im', ...fields })

/** The event of somebody opening a tab of the app. */
export const homeOpened = (tab: 'home' | 'messages', channel: string) => ({
  type: 'app_home_opened',
  user: workspace.user,
  channel,
  tab,
  event_ts: newTs(),
})

interface PressFields {
  readonly actionId: string
  readonly value?: string
  readonly selected?: string
  readonly channel?: string
  readonly ephemeral?: boolean
  readonly messageTs?: string
  readonly threadTs?: string
  readonly hook?: string | undefined
  readonly triggerId?: string
  /** On the Home tab there's no message. */
  readonly onHome?: boolean
}

const person = {
  user: { id: workspace.user, name: workspace.userName, team_id: workspace.team },
  team: { id: workspace.team, domain: 'emulate' },
  api_app_id: workspace.bot.app,
}

/** A click on a button, or a choice in a select. */
export function press(fields: PressFields): SlackRequest {
  const { actionId, value, selected, channel = workspace.channel, ephemeral = false, messageTs = newTs() } = fields
  const { threadTs, hook = newHook(), triggerId = '1.2.3', onHome = false } = fields
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs }
  const where = onHome
    ? { container: { type: 'view', view_id: 'V1' }, view: { id: 'V1', type: 'home' } }
    : {
        container: { type: 'message', message_ts: messageTs, channel_id: channel, is_ephemeral: ephemeral, ...thread },
        channel: { id: channel, name: 'general' },
        ...(ephemeral ? {} : { message: { ts: messageTs, text: 'an answer', ...thread } }),
        ...responseUrl(hook),
      }
  const action =
    selected === undefined
      ? { type: 'button', action_id: actionId, block_id: 'b', value, action_ts: newTs() }
      : { type: 'static_select', action_id: actionId, block_id: 'b', selected_option: { value: selected } }
  return interaction({ type: 'block_actions', ...person, trigger_id: triggerId, ...where, actions: [action] })
}

/** The message shortcut "Answer this" on a message. */
export const answerThis = (
  message: { text?: string; ts: string; thread_ts?: string; reply_count?: number },
  channel: string,
  hook = newHook(),
) =>
  interaction({
    type: 'message_action',
    callback_id: 'answer_this',
    ...person,
    trigger_id: '1.2.3',
    channel: { id: channel, name: 'general' },
    message: { type: 'message', user: workspace.user, ...message },
    message_ts: message.ts,
    ...responseUrl(hook),
  })

/** The global shortcut "Ask Meshwise". */
export const askMeshwise = (triggerId: string) =>
  interaction({ type: 'shortcut', callback_id: 'ask_meshwise', ...person, trigger_id: triggerId })

/** A modal of that callback id that its reader closed. */
export const closing = (callbackId: string, metadata = '') =>
  interaction({
    type: 'view_closed',
    ...person,
    view: { id: `V${unique()}`, type: 'modal', callback_id: callbackId, private_metadata: metadata },
    is_cleared: false,
  })

/** A modal that was submitted, with the values of its inputs by block and action. */
export const submission = (
  callbackId: string,
  values: Readonly<Record<string, Readonly<Record<string, object>>>>,
  {
    metadata = '',
    conversation,
    viewId = `V${unique()}`,
  }: { metadata?: string; conversation?: { id: string; hook: string }; viewId?: string } = {},
) =>
  interaction({
    type: 'view_submission',
    ...person,
    trigger_id: '1.2.3',
    view: { id: viewId, type: 'modal', callback_id: callbackId, private_metadata: metadata, state: { values } },
    response_urls: conversation
      ? [{ block_id: 'b', action_id: 'a', channel_id: conversation.id, ...responseUrl(conversation.hook) }]
      : [],
  })
