import { z } from 'zod'
import { surface } from './surface.ts'

/**
 * What a delivery is: one that a listener serves, Slack's check of an address, one of a kind that nothing here asked
 * for, or nothing that Slack sends.
 */
type Delivery = 'served' | 'check' | 'passed over' | 'malformed'

const { events, shortcuts, views } = surface

/** Events that differ in where a message was written are of one type. */
const eventTypes = new Set(Object.keys(events).map((name) => name.split('.')[0]))
const callbackIds: ReadonlySet<string> = new Set([
  ...Object.values(shortcuts).map(({ callbackId }) => callbackId),
  ...Object.values(views),
])

const withId = z.object({ id: z.string() })

const eventSchema = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event: z.object({
    type: z.string(),
    channel: z.union([z.string(), withId]).optional(),
    user: z.union([z.string(), withId]).optional(),
  }),
  authorizations: z.array(z.object({})).nullish(),
})

const commandSchema = z.object({
  command: z.string(),
  text: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
})

const interactionSchema = z
  .object({
    type: z.enum(['block_actions', 'message_action', 'shortcut', 'view_closed', 'view_submission']),
    user: withId,
    team: withId.nullish(),
    enterprise: withId.nullish(),
    channel: withId.optional(),
    callback_id: z.string().optional(),
    actions: z.array(z.object({ action_id: z.string() })).optional(),
    view: z.object({ callback_id: z.string().optional() }).nullish(),
    response_url: z.string().optional(),
    response_urls: z.array(z.object({ response_url: z.string().optional() })).optional(),
  })
  .refine(({ type, actions }) => type !== 'block_actions' || (actions ?? []).length > 0)
  .refine(({ type, view }) => !type.startsWith('view_') || view)

const outline = z.object({
  type: z.string().optional(),
  command: z.unknown().optional(),
  event: z.unknown().optional(),
  ssl_check: z.unknown().optional(),
})

const interactions: ReadonlySet<string | undefined> = new Set(interactionSchema.shape.type.options)

/**
 * Whether a body has the shape that Slack documents, as far as anything here reads it, Bolt included: Bolt reads
 * properties of a body before any listener does, and throws where there are none.
 */
export function deliveryOf(body: unknown, commandName: string): Delivery {
  const { data } = outline.safeParse(body)
  if (!data) return 'malformed'
  const { type } = data
  if (data.ssl_check !== undefined || type === 'url_verification') return 'check'
  if (data.event !== undefined || type === 'event_callback') {
    return among(eventSchema.safeParse(body).data, ({ event }) => eventTypes.has(event.type))
  }
  if (data.command !== undefined) return among(commandSchema.safeParse(body).data, (one) => one.command === commandName)
  if (interactions.has(type)) return among(interactionSchema.safeParse(body).data, isInteractionOfOurs)
  return type === undefined ? 'malformed' : 'passed over'
}

function among<T>(read: T | undefined, isOurs: (one: T) => boolean): Delivery {
  if (read === undefined) return 'malformed'
  return isOurs(read) ? 'served' : 'passed over'
}

const isInteractionOfOurs = ({ type, view, callback_id }: z.infer<typeof interactionSchema>): boolean =>
  type === 'block_actions' || callbackIds.has(callback_id ?? view?.callback_id ?? '')
