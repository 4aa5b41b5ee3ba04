import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultBodyLimit, HTTPModuleFunctions, HTTPReceiver, isRawBodyError } from '@slack/bolt'
import { answerReadiness } from '../status-server.ts'
import { boltLogger } from './bolt-logger.ts'
import { deliveryOf } from './delivery.ts'
import type { Edge } from './edge.ts'
import { DeliverAgain } from './late-ack.ts'

/** How far ahead of our clock a request may be dated, in seconds: as far as Bolt lets it be behind. */
const CLOCK_SKEW = 5 * 60

const ENDPOINT = '/slack/events'

/** Receives Slack's signed requests at /slack/events, and answers /healthz and /readyz. */
export function httpReceiver(signingSecret: string, edge: Edge): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: boltLogger(edge.log),
    endpoints: ENDPOINT,
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
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== ENDPOINT) return requestListener(request, response)
    void screen(request, response, signingSecret, edge).then((isFit) => {
      if (isFit) requestListener(request, response)
    })
  }
  return receiver
}

/**
 * Answers at once what Bolt would leave unanswered, or serve though it is dated ahead, so that it could be replayed for
 * longer: Bolt refuses old requests only. True for what is left for Bolt.
 */
async function screen(request: IncomingMessage, response: ServerResponse, signingSecret: string, edge: Edge) {
  const refuse = (status: number, why: string) => {
    edge.log.warn('A request was refused', { status, why })
    // What is left unread of a request must not be taken for the start of the next.
    response.writeHead(status, { connection: 'close' }).end()
    return false
  }
  if (isFromTheFuture(request, edge.now())) return refuse(401, 'it is dated ahead')
  let body: unknown
  try {
    // Bolt takes the body from where this leaves it.
    const bodyLimit = defaultBodyLimit
    const buffered = await HTTPModuleFunctions.parseAndVerifyHTTPRequest({ signingSecret, bodyLimit }, request)
    body = parsedBody(buffered)
  } catch (error) {
    if (isRawBodyError(error)) return refuse(error.statusCode, 'its body can’t be read')
    return refuse(401, 'its signature is not Slack’s')
  }
  const delivery = deliveryOf(body, edge.command)
  if (delivery === 'malformed') return refuse(400, 'it has not the shape of what Slack sends')
  if (delivery === 'passed over') response.writeHead(200).end()
  return delivery !== 'passed over'
}

/** The body, or undefined where it is of no format that Slack sends. */
function parsedBody(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): unknown {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(request)
  } catch {
    return undefined
  }
}

const isFromTheFuture = ({ headers }: IncomingMessage, now: Date): boolean =>
  Number(headers['x-slack-request-timestamp']) > now.getTime() / 1000 + CLOCK_SKEW
