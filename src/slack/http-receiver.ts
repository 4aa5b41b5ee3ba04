import type { IncomingMessage } from 'node:http'
import { HTTPModuleFunctions, HTTPReceiver } from '@slack/bolt'
import { answerReadiness } from '../status-server.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Edge } from './edge.ts'
import { DeliverAgain } from './late-ack.ts'

/** How far ahead of our clock a request may be dated, in seconds: as far as Bolt lets it be behind. */
const CLOCK_SKEW = 5 * 60

/** Receives Slack's signed requests at /slack/events, and answers /healthz and /readyz. */
export function httpReceiver(signingSecret: string, edge: Edge): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: boltLogger(edge.log),
    processEventErrorHandler: async (args) => {
      if (!(args.error instanceof DeliverAgain) || args.response.headersSent)
        return HTTPModuleFunctions.defaultProcessEventErrorHandler(args)
      edge.log.info('Left to be delivered again', { reason: args.error.message })
      args.response.writeHead(503).end()
      return true
    },
    customRoutes: [
      { path: '/healthz', method: 'GET', handler: (_request, response) => void response.writeHead(200).end('ok') },
      {
        path: '/readyz',
        method: 'GET',
        handler: (_request, response) => void answerReadiness(edge.readiness, response),
      },
    ],
  })
  const { requestListener } = receiver
  // Bolt refuses requests that are too old, but not those from the future, which could be replayed for longer.
  receiver.requestListener = (request, response) => {
    if (isFromTheFuture(request, edge.now())) response.writeHead(401).end()
    else requestListener(request, response)
  }
  return receiver
}

const isFromTheFuture = ({ headers }: IncomingMessage, now: Date): boolean =>
  Number(headers['x-slack-request-timestamp']) > now.getTime() / 1000 + CLOCK_SKEW
