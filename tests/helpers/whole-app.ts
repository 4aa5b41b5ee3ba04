import { createEmulator, type Emulator } from 'emulate'
import { z } from 'zod'
import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { showProblem } from '../../src/knowledge/problem.ts'
import { createLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import { createReadiness } from '../../src/readiness.ts'
import { type HolderOptions, holdKnowledge } from '../../src/service.ts'
import type { Edge } from '../../src/slack/edge.ts'
import { startHttpBot } from '../../src/slack/http-bot.ts'
import { forgiving } from '../../src/storage/forgiving.ts'
import type { DatabasePlace } from '../../src/storage/location.ts'
import { openStorage } from '../../src/storage/open.ts'
import { inMemory } from './databases.ts'
import { type SlackRequest, sendSigned, signingSecret } from './signed-request.ts'
import { workspace } from './slack-payloads.ts'

const messageSchema = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
  unfurl_links: z.boolean().optional(),
})
/** A message as Slack keeps it. */
type KeptMessage = z.infer<typeof messageSchema>

/** A Slack workspace with the app installed, as the emulator plays it. */
export interface Workspace {
  readonly url: string
  /** Calls a method of the Web API as the user. */
  call(method: string, body: object): Promise<unknown>
  /** Writes a message as the user: its timestamp. */
  say(text: string, place?: { channel?: string; threadTs?: string }): Promise<string>
  /** What the bot has said in a conversation and its threads, the oldest first. */
  botMessages(channel: string): Promise<readonly KeptMessage[]>
  /** The conversation of the user and the bot. */
  directMessages(): Promise<string>
  /** The cells of the emulator's page on what it holds: ephemeral messages and views are to be seen nowhere else. */
  inspect(tab: 'messages' | 'views', channel?: string): Promise<string>
  /** A private channel in which the bot isn't. */
  readonly closedChannel: string
  /** A trigger_id, as comes with a click. */
  trigger(): Promise<string>
  close(): Promise<void>
}

const listed = z.object({ messages: z.array(messageSchema) })

const userToken = 'xoxp-user-token'

/** Starts a workspace. `scopes` are those that the app was granted; calls beyond them are refused. */
export async function startWorkspace(scopes: readonly string[]): Promise<Workspace> {
  const { bot, user } = workspace
  const emulator: Emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        signing_secret: signingSecret,
        strict_scopes: true,
        channels: [{ name: 'closed', is_private: true }],
        oauth_apps: [
          {
            client_id: '1.2',
            client_secret: 'secret',
            app_id: bot.app,
            name: 'Meshwise',
            redirect_uris: [],
            scopes: [...scopes],
            bot_id: bot.id,
            bot_user_id: bot.user,
            bot_name: 'meshwise',
          },
        ],
        tokens: [
          { token: bot.token, user_id: bot.user, bot_id: bot.id, app_id: bot.app, scopes: [...scopes] },
          { token: userToken, user_id: user, app_id: bot.app },
        ],
      },
    },
  })
  const call = async (method: string, body: object): Promise<unknown> => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${userToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.json()
  }
  const privateChannels = await call('conversations.list', { types: 'private_channel' })
  const closed = z.object({ channels: z.array(z.object({ id: z.string() })) }).parse(privateChannels).channels[0]
  return {
    url: emulator.url,
    call,
    closedChannel: closed?.id ?? '',
    async say(text, { channel = workspace.channel, threadTs } = {}) {
      const posted = await call('chat.postMessage', { channel, text, ...(threadTs ? { thread_ts: threadTs } : {}) })
      return z.object({ ts: z.string() }).parse(posted).ts
    },
    async botMessages(channel) {
      const history = listed.parse(await call('conversations.history', { channel, limit: 200 })).messages
      const threads = await Promise.all(
        history.map(({ ts }) => call('conversations.replies', { channel, ts, limit: 200 })),
      )
      return threads
        .flatMap((thread) => listed.parse(thread).messages)
        .filter(({ user }) => user === workspace.bot.user)
        .sort((a, b) => a.ts.localeCompare(b.ts))
    },
    async directMessages() {
      const opened = await call('conversations.open', { users: workspace.bot.user })
      return z.object({ channel: z.object({ id: z.string() }) }).parse(opened).channel.id
    },
    async inspect(tab, channel = '') {
      const page = await (await fetch(`${emulator.url}/?tab=${tab}&channel=${channel}`)).text()
      return [...page.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell]) => cell).join('\n')
    },
    async trigger() {
      const made = await call('views.generateTriggerId', { user_id: user })
      return z.object({ trigger_id: z.string() }).parse(made).trigger_id
    },
    close: () => emulator.close(),
  }
}

/** A running bot, with all that a test wants to know of it. */
export interface WholeApp {
  readonly url: string
  readonly edge: Edge
  /** The lines of the log. */
  readonly logged: readonly string[]
  send(request: SlackRequest): Promise<Response>
  /** Stops the bot once everything that it was sent is done. */
  close(): Promise<void>
}

export interface WholeAppOptions extends Pick<HolderOptions, 'createMeshwise'> {
  /** The base of the Web API. */
  readonly apiUrl: string
  readonly database?: DatabasePlace
  readonly feedbackUrl?: string
  /** The name of the slash command. */
  readonly command?: string
  readonly now?: () => Date
}

/** Everything that the listeners use, with the real knowledge. */
export async function openEdge(options: Omit<WholeAppOptions, 'apiUrl'>): Promise<{ edge: Edge; logged: string[] }> {
  const { createMeshwise, database = inMemory.place, command = '/mesh', feedbackUrl, now = () => new Date() } = options
  const logged: string[] = []
  const log = createLog({ level: 'debug', write: (line) => logged.push(line), now })
  const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, now().toISOString().slice(0, 10))
  if (!loaded.ok) throw new Error(loaded.problems.map(showProblem).join('\n'))
  const kept = await openStorage({ place: database, log, now, newId: () => crypto.randomUUID() })
  const knowledge = holdKnowledge(loaded.knowledge, { createMeshwise, now })
  const newId = () => `id-${logged.length}`
  const metrics = createMetrics({ version: 'test', ofProcess: false })
  const readiness = createReadiness({ onFailure: () => undefined })
  readiness.require('the database does not work', async () => void (await kept.check()))
  readiness.started()
  const storage = forgiving(kept, { log, onForgotten: metrics.forgotten })
  const shared = { knowledge, refresh: () => undefined, storage, metrics, readiness }
  return { edge: { ...shared, log, now, newId, startedAt: now(), command, feedbackUrl }, logged }
}

/** Starts the bot as it runs in production, over HTTP, but for hurried retries. */
export async function startWholeApp({ apiUrl, ...options }: WholeAppOptions): Promise<WholeApp> {
  const { edge, logged } = await openEdge(options)
  const bot = await startHttpBot({
    botToken: workspace.bot.token,
    signingSecret,
    apiUrl,
    port: 0,
    host: '127.0.0.1',
    edge,
    retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 2 },
  })
  return {
    url: bot.url,
    edge,
    logged,
    send: (request) => sendSigned(bot.url, request),
    async close() {
      await bot.close()
      await edge.storage.close()
    },
  }
}
