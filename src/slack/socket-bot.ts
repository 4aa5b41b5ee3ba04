import { defaultProcessEventErrorHandler, SocketModeReceiver } from '@slack/bolt'
import { boltLogger } from './bolt-logger.ts'
import { attach, type ConnectionOptions, cannotConnect, clientOptionsOf } from './connection.ts'
import { DeliverAgain } from './late-ack.ts'
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
    processEventErrorHandler: async (args) => {
      if (!(args.error instanceof DeliverAgain)) return defaultProcessEventErrorHandler(args)
      options.edge.log.info('Left to be delivered again', { reason: args.error.message })
      return false
    },
    installerOptions: { clientOptions: { ...clientOptionsOf(options), retryConfig: reconnecting } },
  })
  watchSocket(receiver.client, options.edge)
  const close = await attach(receiver, options)
  try {
    await receiver.start()
  } catch (error) {
    throw cannotConnect('SLACK_APP_TOKEN', error)
  }
  return { close }
}
