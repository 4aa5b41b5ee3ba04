import { App, type Receiver, webApi } from '@slack/bolt'
import { StartError } from '../errors.ts'
import { boltLogger } from './bolt-logger.ts'
import { catchErrors } from './catch-errors.ts'
import { type ClientSettings, clientOptionsOf } from './client-options.ts'
import type { Edge } from './edge.ts'
import { type InFlight, trackWork } from './in-flight.ts'
import { acknowledgeEventsLate, DeliverAgain } from './late-ack.ts'
import { registerListeners } from './listeners/register.ts'
import { measureRequests } from './measured.ts'
import { noteClosing } from './one-modal.ts'
import { describeRefusal } from './refusals.ts'

/** How long a stop waits for requests that are being answered, in milliseconds. */
const PATIENCE = 10_000

/** What every way of being connected to Slack needs. */
export interface ConnectionOptions extends ClientSettings {
  readonly botToken: string
  readonly edge: Edge
}

/**
 * Puts the listeners behind a receiver, which has yet to be started. Resolves to what stops it: no more requests are
 * taken, and those under way are finished. Rejects with a StartError when Slack refuses the bot token.
 */
export async function attach(receiver: Receiver, options: ConnectionOptions): Promise<() => Promise<void>> {
  const { edge } = options
  const clientOptions = clientOptionsOf(options)
  const identity = await identify(options.botToken, clientOptions)
  const inFlight = trackWork()
  const app = new App({
    receiver,
    authorize: async () => identity,
    clientOptions,
    convoStore: false,
    logger: boltLogger(edge.log),
  })
  app.error(async (error) => {
    if (error.original instanceof DeliverAgain) throw error.original
    edge.log.error('A request was not passed on', describeRefusal(error))
  })
  acknowledgeEventsLate(app)
  measureRequests(app, edge.metrics)
  app.use(({ next }) => inFlight.track(next()))
  app.use(catchErrors(edge))
  app.use(noteClosing(edge))
  registerListeners(app, edge)
  return () => stop(receiver, inFlight)
}

async function stop(receiver: Receiver, inFlight: InFlight): Promise<void> {
  inFlight.track(Promise.resolve(receiver.stop()))
  await inFlight.settled(PATIENCE)
}

/**
 * Whose token it is. The team is that of the installation for every request: a request names the team of whoever
 * acted, which in a shared channel can be another one.
 */
async function identify(botToken: string, options: webApi.WebClientOptions) {
  try {
    const who = await new webApi.WebClient(botToken, options).auth.test()
    return {
      botToken,
      ...(who.bot_id ? { botId: who.bot_id } : {}),
      ...(who.user_id ? { botUserId: who.user_id } : {}),
      ...(who.team_id && !who.is_enterprise_install ? { teamId: who.team_id } : {}),
      ...(who.enterprise_id ? { enterpriseId: who.enterprise_id } : {}),
    }
  } catch (error) {
    throw cannotConnect('SLACK_BOT_TOKEN', error)
  }
}

/** Why Slack doesn't let us in, for whoever starts the process. `variable` holds the token that was shown. */
export function cannotConnect(variable: string, error: unknown): StartError {
  if (error instanceof webApi.WebAPIPlatformError) {
    return new StartError(`Slack refuses ${variable} (${error.data.error}): copy it anew from the app's settings.`)
  }
  return new StartError(`Slack can't be reached: ${error instanceof Error ? error.message : String(error)}`)
}
