import type { Server } from 'node:http'
import type { HTTPReceiver } from '@slack/bolt'
import { StartError } from '../errors.ts'
import { attach, type ConnectionOptions } from './connection.ts'
import { httpReceiver } from './http-receiver.ts'

export interface HttpBotOptions extends ConnectionOptions {
  readonly signingSecret: string
  /** 0 takes a free port. */
  readonly port: number
  /** The address to listen on; every address unless said otherwise. */
  readonly host?: string
}

/** A bot that listens for Slack's requests. */
export interface HttpBot {
  /** Its base; requests of Slack go to /slack/events there. */
  readonly url: string
  close(): Promise<void>
}

/** Starts a bot to which Slack sends requests over HTTP. Rejects with a StartError when the port is taken. */
export async function startHttpBot(options: HttpBotOptions): Promise<HttpBot> {
  const { signingSecret, port, host, edge } = options
  const receiver = httpReceiver(signingSecret, edge)
  const close = await attach(receiver, options)
  const server = await listen(receiver, { port, ...(host === undefined ? {} : { host }) })
  return { url: urlOf(server, host), close }
}

async function listen(receiver: HTTPReceiver, where: { port: number; host?: string }): Promise<Server> {
  try {
    return await receiver.start(where)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reason = code === 'EADDRINUSE' ? 'is taken' : `can't be used (${code})`
    throw new StartError(`Port ${where.port} ${reason}: set another PORT, or stop what listens there.`)
  }
}

function urlOf(server: Server, host = 'localhost'): string {
  const address = server.address()
  return `http://${host}:${typeof address === 'object' && address ? address.port : ''}`
}
