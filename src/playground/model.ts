import type { Message, Patch, Snapshot } from './protocol.ts'

/** A window's picture of the workspace after one more change. */
export function applyPatch(before: Snapshot | undefined, patch: Patch): Snapshot | undefined {
  if (patch.kind === 'snapshot') return patch.snapshot
  if (before === undefined) return undefined
  switch (patch.kind) {
    case 'message':
      return { ...before, messages: withMessage(before.messages, patch.message) }
    case 'message-gone':
      return {
        ...before,
        messages: before.messages.filter(
          ({ conversation, ts }) => conversation !== patch.conversation || ts !== patch.ts,
        ),
      }
    case 'conversation': {
      const others = before.conversations.map((known) =>
        known.id === patch.conversation.id ? patch.conversation : known,
      )
      return { ...before, conversations: others }
    }
    case 'views':
      return { ...before, views: patch.views }
    case 'home':
      return { ...before, home: patch.home }
    case 'prompts':
      return { ...before, prompts: { ...before.prompts, [patch.conversation]: patch.prompts } }
    case 'status':
      return { ...before, statuses: { ...before.statuses, [patch.thread]: patch.status } }
    case 'scheduled':
      return { ...before, scheduled: patch.scheduled }
    case 'exchange': {
      const known = before.exchanges.some(({ id }) => id === patch.exchange.id)
      const exchanges = known
        ? before.exchanges.map((exchange) => (exchange.id === patch.exchange.id ? patch.exchange : exchange))
        : [...before.exchanges, patch.exchange]
      return { ...before, exchanges }
    }
    case 'exchanges-cleared':
      return { ...before, exchanges: [] }
    case 'dials':
      return { ...before, dials: patch.dials }
  }
}

function withMessage(messages: readonly Message[], message: Message): Message[] {
  const index = messages.findIndex(({ conversation, ts }) => conversation === message.conversation && ts === message.ts)
  return index < 0 ? [...messages, message] : messages.with(index, message)
}
