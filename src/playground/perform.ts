import type { Act } from './act.ts'
import type { Member, Outcome } from './protocol.ts'
import { act, suggestOptions } from './slack/block-actions.ts'
import { runCommand } from './slack/commands.ts'
import { acceptInvite } from './slack/invite.ts'
import { closeView, submitView } from './slack/modals.ts'
import { openApp } from './slack/open-app.ts'
import { deleteMessage, editMessage, say } from './slack/say.ts'
import { runMessageShortcut, runShortcut } from './slack/shortcuts.ts'
import { upload } from './slack/upload.ts'
import type { World } from './world.ts'

/** Does what a person does; whatever a window offers, a scenario can do too. */
export async function perform(world: World, person: Member, wanted: Act): Promise<Outcome> {
  switch (wanted.do) {
    case 'say':
      return wanted.text.startsWith('/')
        ? runCommand(world, person, where(wanted), wanted.text)
        : say(world, person, where(wanted), wanted.text)
    case 'upload':
      return upload(world, person, where(wanted), { ...wanted, bytes: Buffer.from(wanted.base64, 'base64') })
    case 'interact':
      return act(world, person, wanted)
    case 'suggest':
      return suggestOptions(world, person, wanted)
    case 'submit':
      return submitView(world, person, wanted.viewId, wanted.state)
    case 'close':
      return closeView(world, person, wanted.viewId, wanted.all)
    case 'shortcut':
      return runShortcut(world, person, wanted.callbackId)
    case 'open-app':
      return openApp(world, person, wanted.tab)
    case 'invite-app':
      return acceptInvite(world, person, wanted.conversation)
    case 'edit':
    case 'delete':
    case 'dismiss':
    case 'message-shortcut':
      return performOnMessage(world, person, wanted)
  }
}

async function performOnMessage(world: World, person: Member, wanted: Extract<Act, { ts: string }>): Promise<Outcome> {
  const message = world.workspace.message(wanted.conversation, wanted.ts)
  if (message === undefined) return { ok: false, error: 'That message is gone.' }
  if (wanted.do === 'message-shortcut') return runMessageShortcut(world, person, wanted.callbackId, message)
  if (wanted.do === 'dismiss') {
    if (message.ephemeralFor === person.id) world.workspace.removeMessage(wanted.conversation, wanted.ts)
    return { ok: true }
  }
  if (message.user !== person.id) return { ok: false, error: 'That message isn’t yours.' }
  return wanted.do === 'edit' ? editMessage(world, person, message, wanted.text) : deleteMessage(world, person, message)
}

function where(act: { conversation: string; threadTs?: string | undefined }): {
  conversation: string
  threadTs?: string
} {
  const { conversation, threadTs: thread } = act
  return thread === undefined ? { conversation } : { conversation, threadTs: thread }
}
