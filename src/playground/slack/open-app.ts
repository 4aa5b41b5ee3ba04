import type { Member, Outcome } from '../protocol.ts'
import type { World } from '../world.ts'
import { sendEvent } from './events.ts'
import { viewPart } from './payload-parts.ts'

/** Tells the app that a person looks at its Home or Messages tab. */
export async function openApp(world: World, person: Member, tab: 'home' | 'messages'): Promise<Outcome> {
  const conversation = world.workspace.conversationsOf(person.id).find((candidate) => candidate.kind === 'app')
  const home = world.views.homeOf(person.id)
  await sendEvent(world, {
    type: 'app_home_opened',
    user: person.id,
    channel: conversation?.id ?? '',
    tab,
    event_ts: world.nextTs(),
    ...(tab === 'home' && home ? { view: viewPart(world, home) } : {}),
  })
  return { ok: true }
}
