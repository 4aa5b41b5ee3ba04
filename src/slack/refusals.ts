import { RespondError, webApi } from '@slack/bolt'
import { type Details, describeError } from '../log.ts'

/** Slack's own code for why it refused a call, such as `not_in_channel`. */
const refusalCode = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined

/** Whether the Web API gave no answer at all, so that another call would fare no better. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof webApi.WebAPIRequestError ||
  error instanceof webApi.WebAPIHTTPError ||
  error instanceof webApi.WebAPIRateLimitedError

const noAccess =
  'I can’t write in that channel, because I am not a member of it. Invite me with /invite, or ask me with /mesh.'
const restricted = 'That channel doesn’t let me write there. Ask me with /mesh, or in a direct message.'
const tooLate = 'Slack took too long to pass that on. Please try again.'

/** What a user is told when a conversation is closed to us (docs.slack.dev/reference/methods/chat.postMessage#errors). */
const closedConversations: Readonly<Record<string, string>> = {
  channel_not_found: noAccess,
  not_in_channel: noAccess,
  user_not_in_channel: noAccess,
  is_archived: 'That channel is archived, so I can’t write there. Ask me in a direct message.',
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: restricted,
  restricted_action_non_threadable_channel: restricted,
  restricted_action_thread_locked: restricted,
}

const lateTriggers: Readonly<Record<string, string>> = { expired_trigger_id: tooLate, trigger_expired: tooLate }

/** The sentence for a refusal that the user can do something about. */
export function refusalSentence(error: unknown): string | undefined {
  const code = refusalCode(error) ?? ''
  return closedConversations[code] ?? lateTriggers[code]
}

/** Whether a conversation is closed to the bot, though people in it may be reached in another way. */
export const isClosedToUs = (error: unknown): boolean => (refusalCode(error) ?? '') in closedConversations

/** What the log says of a refusal: Slack's code and messages beside what is said of every error. */
export function describeRefusal(error: unknown): Details {
  if (error instanceof webApi.WebAPIPlatformError) {
    const { response_metadata: metadata } = error.data
    return { refusal: error.data.error, ...(metadata?.messages ? { messages: metadata.messages } : {}) }
  }
  if (error instanceof RespondError) return { refusal: `response_url answered ${error.statusCode}` }
  return describeError(error)
}
