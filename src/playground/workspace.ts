import { acme } from './acme.ts'
import type { Identity, WebApiEmulator } from './emulator.ts'
import { objectAt, objectsAt, stringAt } from './json.ts'
import type { LiveFeed } from './live-feed.ts'
import type { Conversation, Member, Message, ScheduledMessage, SuggestedPrompt } from './protocol.ts'

export const SLACKBOT = 'USLACKBOT'

/** What there is to see in the workspace: a projection of what the Web API did, kept for the windows. */
export class Workspace {
  readonly members: readonly Member[]
  readonly #feed: LiveFeed
  readonly #conversations: Map<string, Conversation>
  readonly #messages = new Map<string, Message>()
  readonly #prompts = new Map<string, SuggestedPrompt[]>()
  readonly #statuses = new Map<string, string>()
  #scheduled: ScheduledMessage[] = []

  constructor(members: readonly Member[], conversations: readonly Conversation[], feed: LiveFeed) {
    this.members = members
    this.#conversations = new Map(conversations.map((conversation) => [conversation.id, conversation]))
    this.#feed = feed
  }

  /** The member with an id or a name. */
  member(idOrName: string): Member | undefined {
    return this.members.find((member) => member.id === idOrName || member.name === idOrName)
  }

  /** The conversation with an id. */
  conversation(id: string): Conversation | undefined {
    return this.#conversations.get(id)
  }

  /** The channel with a name. */
  channelNamed(name: string): Conversation | undefined {
    return [...this.#conversations.values()].find((other) => other.kind === 'channel' && other.name === name)
  }

  /** The conversations a person is in. */
  conversationsOf(person: string): Conversation[] {
    return [...this.#conversations.values()].filter((conversation) => conversation.members.includes(person))
  }

  /** Adds or changes a conversation. */
  putConversation(conversation: Conversation): void {
    this.#conversations.set(conversation.id, conversation)
    this.#feed.publish({ kind: 'conversation', conversation }, conversation.members)
  }

  /** The message with a timestamp, as everybody or as one person sees it. */
  message(conversation: string, ts: string): Message | undefined {
    return this.#messages.get(`${conversation} ${ts}`)
  }

  /** The messages a person can see, in the order in which they came. */
  messagesFor(person: string): Message[] {
    const visible = new Set(this.conversationsOf(person).map((conversation) => conversation.id))
    return [...this.#messages.values()]
      .filter((message) => visible.has(message.conversation))
      .filter((message) => message.ephemeralFor === undefined || message.ephemeralFor === person)
  }

  /** How many replies there are to a message that everybody sees. */
  repliesTo({ conversation, ts }: Message): number {
    return [...this.#messages.values()].filter(
      (message) =>
        message.conversation === conversation &&
        message.threadTs === ts &&
        message.ts !== ts &&
        message.ephemeralFor === undefined,
    ).length
  }

  /** Shows a message, or shows it changed. */
  putMessage(message: Message): void {
    this.#messages.set(`${message.conversation} ${message.ts}`, message)
    this.#feed.publish({ kind: 'message', message }, this.#audience(message))
  }

  /** Takes a message away. */
  removeMessage(conversation: string, ts: string): void {
    const message = this.message(conversation, ts)
    if (message === undefined) return
    this.#messages.delete(`${conversation} ${ts}`)
    this.#feed.publish({ kind: 'message-gone', conversation, ts }, this.#audience(message))
  }

  /** Shows the prompts that the app suggests in a conversation. */
  setPrompts(conversation: string, prompts: SuggestedPrompt[]): void {
    this.#prompts.set(conversation, prompts)
    this.#feed.publish({ kind: 'prompts', conversation, prompts }, this.conversation(conversation)?.members)
  }

  /** The prompts suggested in a person's conversations. */
  promptsFor(person: string): { [conversation: string]: SuggestedPrompt[] } {
    const own = this.conversationsOf(person).map((conversation) => conversation.id)
    return Object.fromEntries([...this.#prompts].filter(([conversation]) => own.includes(conversation)))
  }

  /** Shows what the app says it is doing in a thread; nothing where the status is empty. */
  setStatus(conversation: string, threadTs: string, status: string): void {
    const thread = `${conversation} ${threadTs}`
    if ((this.#statuses.get(thread) ?? '') === status) return
    if (status === '') this.#statuses.delete(thread)
    else this.#statuses.set(thread, status)
    this.#feed.publish({ kind: 'status', thread, status }, this.conversation(conversation)?.members)
  }

  /** All threads in which the app says what it is doing. */
  statuses(): { [thread: string]: string } {
    return Object.fromEntries(this.#statuses)
  }

  /** The messages that wait for their time, soonest first. */
  get scheduled(): ScheduledMessage[] {
    return this.#scheduled
  }

  set scheduled(scheduled: ScheduledMessage[]) {
    this.#scheduled = scheduled.toSorted((a, b) => a.postAt - b.postAt)
    this.#feed.publish({ kind: 'scheduled', scheduled: this.#scheduled })
  }

  #audience(message: Message): readonly string[] | undefined {
    if (message.ephemeralFor !== undefined) return [message.ephemeralFor]
    return this.conversation(message.conversation)?.members
  }
}

/** Reads the workspace out of a fresh emulator, opening everybody's direct messages. */
export async function readWorkspace(
  emulator: WebApiEmulator,
  identity: Identity,
  appName: string,
  feed: LiveFeed,
): Promise<Workspace> {
  const members = await readMembers(emulator, identity, appName)
  const people = members.filter((member) => member.kind === 'person')
  const conversations = await readChannels(emulator, identity)
  for (const [index, person] of people.entries()) {
    const token = identity.personTokens.get(person.name) ?? ''
    const others = [...people.slice(index + 1), ...members.filter((member) => member.kind === 'app')]
    for (const other of others) {
      const opened = await emulator.call('conversations.open', { users: other.id }, token)
      conversations.push({
        id: stringAt(objectAt(opened, 'channel') ?? {}, 'id') ?? '',
        kind: other.kind === 'app' ? 'app' : 'dm',
        name: '',
        topic: '',
        members: [person.id, other.id],
      })
    }
  }
  return new Workspace(members, conversations, feed)
}

async function readMembers(emulator: WebApiEmulator, identity: Identity, appName: string): Promise<Member[]> {
  const [anyToken = ''] = identity.personTokens.values()
  const users = objectsAt(await emulator.call('users.list', {}, anyToken), 'members')
  const people = acme.people.map((person): Member => {
    const user = users.find((candidate) => candidate.name === person.name) ?? {}
    return { ...person, id: stringAt(user, 'id') ?? '', kind: 'person' }
  })
  const app: Member = {
    id: identity.botUserId,
    name: appName.toLowerCase(),
    realName: appName,
    title: 'App',
    kind: 'app',
  }
  return [...people, app, { id: SLACKBOT, name: 'slackbot', realName: 'Slackbot', title: '', kind: 'slackbot' }]
}

async function readChannels(emulator: WebApiEmulator, identity: Identity): Promise<Conversation[]> {
  const [token = ''] = identity.personTokens.values()
  const found = objectsAt(await emulator.call('conversations.list', {}, token), 'channels')
  return Promise.all(
    acme.channels.map(async (seeded): Promise<Conversation> => {
      const id = stringAt(found.find((channel) => channel.name === seeded.name) ?? {}, 'id') ?? ''
      const { members } = await emulator.call('conversations.members', { channel: id }, token)
      const ids = Array.isArray(members) ? members.filter((member) => typeof member === 'string') : []
      return { id, kind: 'channel', name: seeded.name, topic: seeded.topic, members: ids }
    }),
  )
}
