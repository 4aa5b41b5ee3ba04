import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import { RequestError } from '../errors.ts'
import { sentenceMessage } from './blocks/sentence-message.ts'
import type { Edge } from './edge.ts'
import { DeliverAgain } from './late-ack.ts'
import { describeRefusal, isUnanswered, refusalSentence } from './refusals.ts'
import { type Person, whisper } from './send.ts'

type Args = AnyMiddlewareArgs & AllMiddlewareArgs

/** The one place where what goes wrong with a request ends: the user is told, the log has the details. */
export const catchErrors =
  (edge: Edge): Middleware<AnyMiddlewareArgs> =>
  async (args) => {
    try {
      await args.next()
    } catch (error) {
      if (error instanceof DeliverAgain) throw error
      await apologise(edge, args, error)
    }
  }

async function apologise({ log, newId, metrics, command }: Edge, args: Args, error: unknown): Promise<void> {
  const known = error instanceof RequestError ? error.message : refusalSentence(error, command)
  const reference = newId()
  metrics.requestFailed(known ? 'refused' : 'ours')
  log[known ? 'warn' : 'error']('A request failed', { reference, ...describeRefusal(error) })
  await acknowledge(args)
  const person = personSchema.safeParse(args.body).data
  const respond = 'respond' in args ? args.respond : undefined
  if (!person || (isUnanswered(error) && !respond)) return
  const sentence =
    known ?? `Something went wrong on my side. If it happens again, report it with this reference: ${reference}.`
  try {
    await whisper({ client: args.client, respond, log }, person, sentenceMessage(sentence))
  } catch (failure) {
    log.error('The user couldn’t be told of the failure', { reference, ...describeRefusal(failure) })
  }
}

/** Without it the user would also read Slack's own message of a time-out. A second acknowledgement is refused. */
async function acknowledge(args: Args): Promise<void> {
  if ('ack' in args) await args.ack?.().catch(() => undefined)
}

const id = z.object({ id: z.string() })
const thread = z.object({ thread_ts: z.string().optional() }).optional()

/** Who sent a request and from where: of a message, a command, or a click or submission. Other events have nobody to tell. */
const personSchema = z.union([
  z
    .object({
      event: z.object({ user: z.string(), channel: z.string(), ts: z.string(), thread_ts: z.string().optional() }),
    })
    .transform(({ event }): Person => ({ user: event.user, channel: event.channel, threadTs: event.thread_ts })),
  z
    .object({ user_id: z.string(), channel_id: z.string() })
    .transform(({ user_id, channel_id }): Person => ({ user: user_id, channel: channel_id })),
  z.object({ user: id, channel: id.optional(), message: thread }).transform(
    ({ user, channel, message }): Person => ({
      user: user.id,
      channel: channel?.id,
      threadTs: message?.thread_ts,
    }),
  ),
])
