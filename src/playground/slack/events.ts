import { randomBytes } from 'node:crypto'
import { deliver, isAcknowledged } from '../deliver.ts'
import { type JsonObject, stringAt } from '../json.ts'
import type { World } from '../world.ts'
import { VERIFICATION_TOKEN } from './payload-parts.ts'

const RETRY_SECONDS = [0, 60, 300]
const QUICK_RETRY_SECONDS = [0, 1, 2]

/** The name of an event's subscription in a manifest: `message.im` rather than `message`. */
function subscriptionOf(event: JsonObject): string {
  const type = stringAt(event, 'type') ?? ''
  if (type !== 'message') return type
  const channelType = stringAt(event, 'channel_type')
  return { im: 'message.im', group: 'message.groups', mpim: 'message.mpim' }[channelType ?? ''] ?? 'message.channels'
}

/** Sends an event to the app if it is subscribed, and again as Slack would. Resolves with the first acknowledgement. */
export async function sendEvent(world: World, event: JsonObject): Promise<void> {
  const subscription = subscriptionOf(event)
  if (!world.manifest.events.includes(subscription)) return
  const envelope = envelopeFor(world, event)
  await attempt(world, envelope, subscription, 0, undefined)
}

function envelopeFor(world: World, event: JsonObject): JsonObject {
  const { teamId, appId, botUserId } = world.identity
  const eventTs = world.nextTs()
  return {
    token: VERIFICATION_TOKEN,
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: appId,
    event: { event_ts: stringAt(event, 'ts') ?? eventTs, ...event },
    type: 'event_callback',
    event_id: `Ev0${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${randomBytes(9).toString('base64url')}`,
  }
}

async function attempt(
  world: World,
  envelope: JsonObject,
  subscription: string,
  retry: number,
  reason: string | undefined,
): Promise<void> {
  const delivery = await deliver(world, {
    kind: subscription,
    summary: retry === 0 ? 'event' : `event, retry ${retry} (${reason})`,
    contentType: 'application/json',
    body: JSON.stringify(envelope),
    shown: envelope,
    ...(retry === 0
      ? {}
      : { retry, headers: { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason ?? '' } }),
  })
  const seconds = (world.dials.quickRetries ? QUICK_RETRY_SECONDS : RETRY_SECONDS)[retry]
  const again = isAcknowledged(delivery)
    ? retry < world.dials.eventRetries
    : !('answer' in delivery && delivery.answer.headers['x-slack-no-retry'] === '1')
  if (!again || seconds === undefined) return
  const next = isAcknowledged(delivery) ? 'http_timeout' : reasonOf(delivery)
  world.timers.after(seconds * 1000, () => void attempt(world, envelope, subscription, retry + 1, next))
}

function reasonOf(delivery: Awaited<ReturnType<typeof deliver>>): string {
  if ('answer' in delivery) return 'http_error'
  return delivery.problem === 'operation_timeout' ? 'http_timeout' : 'connection_failed'
}
