import { createContext, useContext } from 'react'
import type { Act } from '../act.ts'
import type { Control } from '../control-request.ts'
import type { Conversation, Member, Outcome, Snapshot } from '../protocol.ts'
import type { Theme } from './use-theme.ts'

/** What the main pane shows. */
export type Place = { kind: 'conversation'; id: string } | { kind: 'app'; tab: AppTab }

/** The tabs of the app. */
export type AppTab = 'home' | 'messages' | 'about'

/** The thread beside the conversation. */
export interface OpenThread {
  conversation: string
  ts: string
  /** Opened by the page itself, from its top: it takes no focus. */
  unasked?: boolean
}

/** What every part of the page can ask for. */
export interface PlaygroundContext {
  snapshot: Snapshot
  me: Member
  theme: Theme
  place: Place
  thread: OpenThread | undefined
  /** The conversations in which there is something that was not looked at. */
  unread: ReadonlySet<string>
  act(act: Act): Promise<Outcome>
  control(control: Control): Promise<Outcome>
  goTo(place: Place): void
  openThread(thread: OpenThread | undefined): void
  /** Says something that went wrong, or that has been done. */
  announce(text: string): void
}

export const Playground = createContext<PlaygroundContext | undefined>(undefined)

/** The playground around a component. */
export function usePlayground(): PlaygroundContext {
  const context = useContext(Playground)
  if (context === undefined) throw new Error('There is no playground around this')
  return context
}

/** The member with an id; a stranger for one that is unknown. */
export function memberOf(snapshot: Snapshot, id: string): Member {
  const stranger: Member = { id, name: id, realName: id, title: '', kind: 'person' }
  return snapshot.members.find((member) => member.id === id) ?? stranger
}

/** What a conversation is called by somebody in it. */
export function nameOf(snapshot: Snapshot, conversation: Conversation, me: string): string {
  if (conversation.kind === 'channel') return conversation.name
  const other = conversation.members.find((member) => member !== me) ?? me
  return memberOf(snapshot, other).realName
}
