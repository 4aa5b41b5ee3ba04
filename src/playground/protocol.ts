import type { Violation } from './block-kit/violation.ts'
import type { JsonObject } from './json.ts'

/** Somebody who can be seen in the workspace: a person, the app, or Slackbot. */
export interface Member {
  id: string
  name: string
  realName: string
  title: string
  kind: 'person' | 'app' | 'slackbot'
}

/** A channel, a direct message between people, or a person's conversation with the app. */
export interface Conversation {
  id: string
  kind: 'channel' | 'dm' | 'app'
  name: string
  topic: string
  members: string[]
}

/** A file shared in a message. */
export interface SharedFile {
  id: string
  name: string
  title: string
  mimetype: string
  size: number
  url: string
  altText: string
}

/** A message as one person sees it. */
export interface Message {
  conversation: string
  ts: string
  user: string
  text: string
  blocks: JsonObject[]
  files: SharedFile[]
  threadTs?: string
  subtype?: string
  edited: boolean
  /** Set on a message that is visible to this member only. */
  ephemeralFor?: string
}

/** A modal or an App Home, with what Slack knows of it. */
export interface View {
  id: string
  type: 'modal' | 'home'
  hash: string
  callbackId: string
  privateMetadata: string
  externalId: string
  title: string
  submit: string
  close: string
  blocks: JsonObject[]
  rootId: string
  previousId?: string
  clearOnClose: boolean
  notifyOnClose: boolean
}

/** Where an element stands: in a message, or in a modal or App Home. */
export type Source = { kind: 'message'; conversation: string; ts: string } | { kind: 'view'; viewId: string }

/** The values of a surface's elements: by block_id, then by action_id. */
export type StateValues = { [blockId: string]: { [actionId: string]: JsonObject } }

/** A prompt which the app suggests in its Messages tab. */
export interface SuggestedPrompt {
  title: string
  message: string
}

/** A message waiting for its time. */
export interface ScheduledMessage {
  id: string
  conversation: string
  postAt: number
  text: string
  blocks: JsonObject[]
  threadTs?: string
}

/** What was answered to a request or a call, and how long it took. */
export interface Answer {
  status: number
  milliseconds: number
  headers: { [name: string]: string }
  body: string
}

/** One exchange between Slack and the app, as the inspector shows it. */
export interface Exchange {
  id: number
  at: number
  direction: 'to-app' | 'web-api' | 'response-url'
  /** For example `block_actions`, `app_mention`, `chat.postMessage`. */
  kind: string
  summary: string
  url: string
  headers: { [name: string]: string }
  body: unknown
  answer?: Answer
  /** What went wrong: an answer that came too late, a refused connection, a dialled-in failure. */
  problem?: string
  violations: Violation[]
  /** The blocks or view sent, if any, where the validator's pointers begin. */
  judged: boolean
  retry?: number
  replayOf?: number
}

/** How slow and how failing this Slack is. */
export interface Dials {
  /** Milliseconds by which each Web API answer is late. */
  apiLatency: number
  /** Milliseconds by which each request reaches the app late; trigger_ids grow old meanwhile. */
  deliveryLatency: number
  apiFailure: 'none' | 'rate_limited' | 'server_error' | 'connection_lost'
  /** Only calls of this method fail; every method where empty. */
  failingMethod: string
  /** How many calls still fail; -1 for all until switched off. */
  failuresLeft: number
  /** Seconds in the Retry-After of a 429. */
  retryAfter: number
  /** How often each event is sent again although it was acknowledged, as when the acknowledgement is lost. */
  eventRetries: number
  /** Retry unacknowledged events after 0, 1 and 2 seconds, not 0, 60 and 300. */
  quickRetries: boolean
  /** Refuse blocks that Slack would refuse. */
  refuseInvalidBlocks: boolean
}

/** A slash command, with what the composer suggests after it. */
export interface CommandHelp {
  command: string
  description: string
  usageHint: string
  subcommands: { name: string; hint: string }[]
}

/** A shortcut of the app. */
export interface ShortcutHelp {
  name: string
  callbackId: string
  description: string
  type: 'global' | 'message'
}

/** Something to press for whoever sees the app for the first time: words to say, or a shortcut on a message. */
export interface Try {
  label: string
  say?: string
  /** The callback id of a shortcut on the first message that holds the text `on`. */
  shortcut?: string
  on?: string
}

/** Everything a person's window needs to draw itself. */
export interface Snapshot {
  team: { id: string; name: string }
  me: string
  app: { id: string; userId: string; name: string; description: string }
  members: Member[]
  conversations: Conversation[]
  messages: Message[]
  views: View[]
  home: View | null
  prompts: { [conversation: string]: SuggestedPrompt[] }
  statuses: { [thread: string]: string }
  commands: CommandHelp[]
  shortcuts: ShortcutHelp[]
  tries: readonly Try[]
  /** Whether it is a visitor's workspace on somebody's host. */
  hosted: boolean
  scheduled: ScheduledMessage[]
  exchanges: Exchange[]
  dials: Dials
}

/** A change to a snapshot. */
export type Patch =
  | { kind: 'snapshot'; snapshot: Snapshot }
  | { kind: 'message'; message: Message }
  | { kind: 'message-gone'; conversation: string; ts: string }
  | { kind: 'conversation'; conversation: Conversation }
  | { kind: 'views'; views: View[] }
  | { kind: 'home'; home: View | null }
  | { kind: 'prompts'; conversation: string; prompts: SuggestedPrompt[] }
  | { kind: 'status'; thread: string; status: string }
  | { kind: 'scheduled'; scheduled: ScheduledMessage[] }
  | { kind: 'exchange'; exchange: Exchange }
  | { kind: 'exchanges-cleared' }
  | { kind: 'dials'; dials: Dials }

/** What became of something a person did. */
export interface Outcome {
  ok: boolean
  /** What Slack would tell the person. */
  error?: string
  /** What a modal says at its fields, by block_id. */
  fieldErrors?: { [blockId: string]: string }
  /** Answers of an external select. */
  options?: JsonObject[]
}
