import { SocketModeReceiver } from '@slack/bolt'
import { boltLogger } from './bolt-logger.ts'
import { clientOptionsOf } from './client-options.ts'
import { attach, type ConnectionOptions, cannotConnect } from './connection.ts'
import { DeliverAgain } from './late-ack.ts'
import { describeRefusal } from './refusals.ts'
import { screenEnvelopes } from './socket-envelopes.ts'
import { watchSocket } from './socket-state.ts'

export interface SocketBotOptions extends ConnectionOptions {
  readonly appToken: string
}

/** A connection is worth waiting for: through a long outage it is tried once a minute. */
const reconnecting = { retries: 1_000, factor: 1.3, maxTimeout: 60_000 }

/** Starts a bot that fetches its requests from Slack by Socket Mode. Rejects with a StartError when Slack refuses. */
export async function startSocketBot(options: SocketBotOptions): Promise<{ close(): Promise<void> }> {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: boltLogger(options.edge.log),
    processEventErrorHandler: async ({ error }) => {
      if (error instanceof DeliverAgain) {
        options.edge.log.info('Left to be delivered again', { reason: error.message })
        return false
      }
      // What Bolt itself fails at would fail again: acknowledged, it isn't delivered once more.
      options.edge.log.error('A request was not passed on', describeRefusal(error))
      return true
    },
    installerOptions: { clientOptions: { ...clientOptionsOf(options), retryConfig: reconnecting } },
  })
  screenEnvelopes(receiver.client, options.edge)
  watchSocket(receiver.client, options.edge)
  const close = await attach(receiver, options)
  try {
    await receiver.start()
  } catch (error) {
    throw cannotConnect('SLACK_APP_TOKEN', error)
  }
  return { close }
}
