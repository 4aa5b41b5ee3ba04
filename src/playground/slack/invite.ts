import { objectAt, stringAt } from '../json.ts'
import type { Member, Message, Outcome } from '../protocol.ts'
import { tokenOf, type World } from '../world.ts'
import { sendEvent } from './events.ts'
import { messagePart } from './payload-parts.ts'
import { slackbotSays } from './whisper.ts'

/** The action by which Slackbot offers to invite the app; the playground handles it, not the app. */
export const INVITE_ACTION = 'slackbot-invite-app'

/** The action by which the offer is turned down. */
export const DISMISS_ACTION = 'slackbot-dismiss'

/** Has Slackbot offer to invite the app, whose mention reaches it only then. */
export function inviteApp(world: World, mention: Message): void {
  const name = world.manifest.name
  const text = `You mentioned <@${world.identity.botUserId}>, but they’re not in this channel.`
  const button = (label: string, actionId: string, style: { style?: string }) => ({
    type: 'button',
    action_id: actionId,
    value: mention.ts,
    text: { type: 'plain_text', text: label },
    ...style,
  })
  slackbotSays(world, { person: mention.user, conversation: mention.conversation }, text, [
    { type: 'section', text: { type: 'mrkdwn', text } },
    {
      type: 'actions',
      elements: [
        button(`Invite ${name}`, INVITE_ACTION, { style: 'primary' }),
        button('Do Nothing', DISMISS_ACTION, {}),
      ],
    },
  ])
}

/** Invites the app into a channel and tells it so, and of the mention that led to it. */
export async function acceptInvite(
  world: World,
  person: Member,
  conversation: string,
  mentionTs?: string,
): Promise<Outcome> {
  const { botUserId, teamId } = world.identity
  const channel = world.workspace.conversation(conversation)
  if (channel === undefined || channel.members.includes(botUserId)) return { ok: true }
  await world.emulator.call('conversations.invite', { channel: conversation, users: botUserId }, tokenOf(world, person))
  world.workspace.putConversation({ ...channel, members: [...channel.members, botUserId] })
  const posted = await world.emulator.call(
    'chat.postMessage',
    { channel: conversation, text: `added <@${botUserId}> to #${channel.name}.` },
    tokenOf(world, person),
  )
  world.workspace.putMessage({
    conversation,
    ts: stringAt(objectAt(posted, 'message') ?? {}, 'ts') ?? world.nextTs(),
    user: person.id,
    text: `added <@${botUserId}> to #${channel.name}.`,
    blocks: [],
    files: [],
    edited: false,
    subtype: 'channel_join',
  })
  await sendEvent(world, {
    type: 'member_joined_channel',
    user: botUserId,
    channel: conversation,
    channel_type: 'C',
    team: teamId,
    inviter: person.id,
  })
  const mention = mentionTs === undefined ? undefined : world.workspace.message(conversation, mentionTs)
  if (mention) await sendEvent(world, { ...messagePart(world, mention), type: 'app_mention', channel: conversation })
  return { ok: true }
}
