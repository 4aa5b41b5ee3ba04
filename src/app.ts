import { usages } from './commands/table.ts'
import type { Config } from './config.ts'
import { StartError } from './errors.ts'
import { showProblem } from './knowledge/document.ts'
import { loadKnowledge } from './knowledge/load.ts'
import { watchKnowledge } from './knowledge/watch.ts'
import type { Log } from './log.ts'
import { createMeshwise, type Meshwise } from './meshwise.ts'
import type { SlackCredentials } from './playground/playground.ts'
import { ownModel } from './questions/classifier/own-model.ts'
import { holdKnowledge } from './service.ts'
import type { Edge } from './slack/edge.ts'
import { startHttpBot } from './slack/http-bot.ts'
import { startSocketBot } from './slack/socket-bot.ts'
import { surface } from './slack/surface.ts'
import { staleModelWarning } from './stale-model.ts'
import { openStorage } from './storage/open.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
  /** Makes a short id that hasn't been given out before. */
  readonly newId: () => string
  /** A file with a conversation for the playground to begin with. */
  readonly scenario?: string | undefined
}

/** Builds every part and starts it. Resolves to what stops it; rejects with a StartError that says what to do. */
export async function startApp({ config, log, now, newId, scenario }: AppOptions): Promise<{ close(): Promise<void> }> {
  const load = () => loadKnowledge(config.knowledge, now().toISOString().slice(0, 10))
  const loaded = load()
  if (!loaded.ok) throw new StartError(`The knowledge has problems:\n${loaded.problems.map(showProblem).join('\n')}`)
  const model = ownModel()
  const stale = staleModelWarning(config.knowledge.directory, loaded.knowledge, model.trainedOn)
  if (stale) log.warn(stale)
  const knowledge = holdKnowledge(loaded.knowledge, {
    createMeshwise: (facts) => warm(createMeshwise(facts, model)),
    now,
  })
  const storage = await openStorage({ file: config.database, now, newId })
  const watcher = watchKnowledge({ place: config.knowledge, load, replace: knowledge.replace, log })
  const edge: Edge = {
    knowledge,
    storage,
    log,
    now,
    newId,
    startedAt: now(),
    command: config.command,
    feedbackUrl: config.feedbackUrl,
  }
  const front = await startFront(config, edge, scenario)
  return {
    async close() {
      watcher.close()
      await front.close()
      await storage.close()
    },
  }
}

/** The slash command with what can follow it, for the playground's composer to suggest. */
const commandHelp = (command: string) => ({
  command,
  description: 'Compare service meshes',
  usageHint: '',
  subcommands: [...usages].map(([name, { usage }]) => ({ name, hint: usage.slice(name.length).trim() })),
})

/** What the playground offers to press first: what people come for, and what the app does with a message of theirs. */
const triesWith = (command: string) => [
  { label: 'Compare Istio and Linkerd', say: `${command} compare istio linkerd` },
  { label: 'Answer Ada’s message', shortcut: surface.shortcuts.answerThis.callbackId, on: 'We need to pick a mesh' },
  { label: 'What would it cost us?', say: `${command} estimate pods=600 nodes=40` },
  { label: 'Draw Istio ambient', say: `${command} diagram istio ambient` },
]

/** Meshwise once it has built what it would build at its first question: nobody is to wait for that. */
function warm(meshwise: Meshwise): Meshwise {
  meshwise.ask('what is a service mesh, and how do I set it up beside prometheus?')
  return meshwise
}

/** What faces Slack, or stands in for it. */
async function startFront(
  config: Config,
  edge: Edge,
  scenario: string | undefined,
): Promise<{ close(): Promise<void> }> {
  const { port } = config
  if (config.mode === 'playground') {
    const { startPlayground, startPublicPlayground } = await loadPlayground()
    const shown = { port, log: edge.log, command: commandHelp(config.command), tries: triesWith(config.command) }
    const { publicHost } = config
    if (publicHost !== undefined) {
      return startPublicPlayground({ ...shown, publicHost, startBot: (slack) => startVisitorsBot(slack, edge) })
    }
    return startPlayground({
      ...shown,
      ...(scenario === undefined ? {} : { scenario }),
      startBot: (slack) => startHttpBot({ ...slack, port: 0, host: '127.0.0.1', edge }),
    })
  }
  if (config.mode === 'socket') {
    const bot = await startSocketBot({ ...config, edge })
    edge.log.info('Connected to Slack by Socket Mode')
    return bot
  }
  const bot = await startHttpBot({ ...config, edge })
  edge.log.info(`Listening for Slack at ${bot.url}/slack/events`)
  return bot
}

/** A bot with a storage of its own, so that no visitor has anything of another's. */
async function startVisitorsBot(slack: SlackCredentials, edge: Edge): Promise<{ url: string; close(): Promise<void> }> {
  const storage = await openStorage({ file: ':memory:', now: edge.now, newId: edge.newId })
  const bot = await startHttpBot({ ...slack, port: 0, host: '127.0.0.1', edge: { ...edge, storage } })
  return {
    url: bot.url,
    async close() {
      await bot.close()
      await storage.close()
    },
  }
}

type PlaygroundModules = typeof import('./playground/playground.ts') &
  typeof import('./playground/public-playground.ts')

/** Loads the playground only where it is wanted: it stands on development dependencies. */
async function loadPlayground(): Promise<PlaygroundModules> {
  try {
    return { ...(await import('./playground/playground.ts')), ...(await import('./playground/public-playground.ts')) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new StartError(
      'No SLACK_ variable is set, and the playground needs the development dependencies, which are not installed.\n' +
        'Set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET to serve Slack, or run npm ci for the playground.',
    )
  }
}
