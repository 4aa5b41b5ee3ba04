import { RespondError, webApi } from '@slack/bolt'
import { type Details, describeError } from '../log.ts'
import { withoutQuotes } from './bolt-logger.ts'

/** Slack's own code for why it refused a call, such as `not_in_channel`. */
const refusalCode = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined

/** Whether the Web API gave no answer at all, so that another call would fare no better. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof webApi.WebAPIRequestError ||
  error instanceof webApi.WebAPIHTTPError ||
  error instanceof webApi.WebAPIRateLimitedError

type Sentence = (command: string) => string
const noAccess: Sentence = (command) =>
  `I can’t write in that channel, because I am not a member of it. Invite me with /invite, or ask me with ${command}.`
const restricted: Sentence = (command) =>
  `That channel doesn’t let me write there. Ask me with ${command}, or in a direct message.`
const tooLate = 'Slack took too long to pass that on. Please try again.'
const tooMuch = 'Slack is holding me back, since too much was asked at once. Please try again in a minute.'
const tooLong =
  'That answer is longer than Slack takes in a message. Ask for a part of it, such as one mesh or one topic.'

/** What a user is told when a conversation is closed to us (docs.slack.dev/reference/methods/chat.postMessage#errors). */
const closedConversations: Readonly<Record<string, Sentence>> = {
  channel_not_found: noAccess,
  not_in_channel: noAccess,
  user_not_in_channel: noAccess,
  is_archived: () => 'That channel is archived, so I can’t write there. Ask me in a direct message.',
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: restricted,
  restricted_action_non_threadable_channel: restricted,
  restricted_action_thread_locked: restricted,
}

/** Of a trigger that can't be used any more: too old, or used before. */
const lateTriggers: Readonly<Record<string, string>> = {
  expired_trigger_id: tooLate,
  trigger_expired: tooLate,
  exchanged_trigger_id: 'That form has been opened already. If you don’t see it, please try again.',
}

const overLimits: Readonly<Record<string, string>> = {
  ratelimited: tooMuch,
  rate_limited: tooMuch,
  msg_too_long: tooLong,
  msg_blocks_too_long: tooLong,
}

/** The sentence for a refusal that the user can do something about; `command` is the name of the slash command. */
export function refusalSentence(error: unknown, command: string): string | undefined {
  const code = refusalCode(error) ?? ''
  if (error instanceof webApi.WebAPIRateLimitedError) return tooMuch
  return closedConversations[code]?.(command) ?? lateTriggers[code] ?? overLimits[code]
}

/** Whether a trigger can't be used any more. */
export const isLate = (error: unknown): boolean => (refusalCode(error) ?? '') in lateTriggers

/** Slack's codes for what may go well the next time (docs.slack.dev/reference/methods/views.open#errors). */
const passing: ReadonlySet<string | undefined> = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
])

/** Whether a call failed over nothing that it said: another one may go well. */
export const isPassing = (error: unknown): boolean => isUnanswered(error) || passing.has(refusalCode(error))

const noUploads: Readonly<Record<string, string>> = {
  file_uploads_disabled: 'file uploads are switched off in this workspace',
  file_uploads_except_images_disabled: 'file uploads are switched off in this workspace',
  file_type_not_allowed: 'this workspace doesn’t allow pictures to be uploaded',
  storage_limit_reached: 'this workspace has no room left for files',
  team_added_to_org: 'this workspace is being moved to an organisation',
  missing_scope: 'I was installed without the permission to upload files: reinstall me to grant it',
}

/** Why Slack takes no picture, where trying again would not help (docs.slack.dev/reference/methods/files.completeUploadExternal). */
export const uploadRefusal = (error: unknown): string | undefined => {
  const code = refusalCode(error) ?? ''
  return code.startsWith('slack_connect') ? 'a shared channel blocks uploads' : noUploads[code]
}

/** Whether Slack no longer has a file that it once took. */
export const isFileGone = (error: unknown): boolean =>
  ['file_not_found', 'file_deleted'].includes(refusalCode(error) ?? '')

/** Whether a message can't be changed by chat.update, though a response_url may. */
export const isUnchangeable = (error: unknown): boolean =>
  ['cant_update_message', 'edit_window_closed', 'message_not_found'].includes(refusalCode(error) ?? '') ||
  isClosedToUs(error)

/** Whether a conversation is closed to the bot, though people in it may be reached in another way. */
export const isClosedToUs = (error: unknown): boolean => (refusalCode(error) ?? '') in closedConversations

/** Whether a view was changed since the one that an update was meant for. */
export const isHashConflict = (error: unknown): boolean => refusalCode(error) === 'hash_conflict'

/** Slack's messages on what it refused. */
export const messagesOf = (error: webApi.WebAPIPlatformError): readonly string[] =>
  (error.data.response_metadata?.messages ?? []).map(withoutQuotes)

/** What the log says of a refusal: Slack's code and messages beside what is said of every error. */
export function describeRefusal(error: unknown): Details {
  if (error instanceof webApi.WebAPIPlatformError) {
    const messages = messagesOf(error)
    return { refusal: error.data.error, ...(messages.length > 0 ? { messages } : {}) }
  }
  if (error instanceof RespondError) return { refusal: `response_url answered ${error.statusCode}` }
  return describeError(error)
}
