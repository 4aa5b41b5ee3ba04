import packageFile from '../package.json' with { type: 'json' }
import { usages } from './commands/table.ts'
import type { Config } from './config.ts'
import { startDueWork, type WorkKind } from './due-work.ts'
import { StartError } from './errors.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { loadKnowledge } from './knowledge/load.ts'
import { showProblem } from './knowledge/problem.ts'
import { lookAt, watchKnowledge } from './knowledge/watch.ts'
import { describeError, type Log } from './log.ts'
import { createMeshwise, type Meshwise } from './meshwise.ts'
import { createMetrics } from './metrics.ts'
import { countAnswers, countQueries, stateOf } from './observe.ts'
import type { SlackCredentials } from './playground/playground.ts'
import { ownModel } from './questions/classifier/own-model.ts'
import { createReadiness } from './readiness.ts'
import { holdKnowledge } from './service.ts'
import type { Edge } from './slack/edge.ts'
import { startHttpBot } from './slack/http-bot.ts'
import { startSocketBot } from './slack/socket-bot.ts'
import { surface } from './slack/surface.ts'
import { staleModelWarning } from './stale-model.ts'
import { startStatusServer } from './status-server.ts'
import { forgiving } from './storage/forgiving.ts'
import { openStorage } from './storage/open.ts'
import type { Storage } from './storage/storage.ts'

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
  const metrics = createMetrics({ version: packageFile.version, ofProcess: config.status !== undefined })
  const readiness = createReadiness({
    onFailure: (failing, error) => log.error(`Not ready: ${failing}`, describeError(error)),
  })
  // First of all, so that whoever starts the process can tell that it is waiting from that it is dead.
  const status = config.status && (await startStatusServer({ ...config.status, readiness, metrics }))
  if (status) log.info(`Health and metrics at ${status.url}/healthz, /readyz and /metrics`)

  const load = () => loadKnowledge(config.knowledge, now().toISOString().slice(0, 10))
  const look = lookAt(config.knowledge)
  const loaded = load()
  if (!loaded.ok) throw new StartError(`The knowledge has problems:\n${loaded.problems.map(showProblem).join('\n')}`)
  const model = ownModel()
  const stale = staleModelWarning(config.knowledge.directory, loaded.knowledge, model.trainedOn)
  if (stale) log.warn(stale)
  const knowledge = holdKnowledge(loaded.knowledge, {
    createMeshwise: (facts) =>
      countAnswers(
        warm(
          createMeshwise(facts, () => model),
          facts,
        ),
        metrics,
      ),
    now,
  })
  metrics.knowledgeFrom(() => stateOf(knowledge))

  const kept = await openStorage({
    place: config.database,
    migrationPlace: config.migrationDatabase,
    log,
    queryLog: countQueries(metrics),
    now,
    newId,
  })
  readiness.require('the database does not work', async () => void (await kept.check()))
  const storage = forgiving(kept, { log, onForgotten: metrics.forgotten })
  const watcher = watchKnowledge({ place: config.knowledge, look, load, replace: knowledge.replace, log })
  const edge: Edge = {
    knowledge,
    refresh: watcher.refresh,
    storage,
    log,
    now,
    newId,
    startedAt: now(),
    command: config.command,
    feedbackUrl: config.feedbackUrl,
    metrics,
    readiness,
  }
  const front = await startFront(config, edge, scenario)
  const dueWork = startDueWork({ due: storage.due, kinds: workOf(storage), log, metrics, now })
  readiness.started()
  return {
    async close() {
      readiness.stopping()
      watcher.close()
      await front.close()
      await dueWork.close()
      await kept.close()
      await status?.close()
    },
  }
}

/** In milliseconds. */
const hour = 60 * 60 * 1000

/** All that is done at its time. */
const workOf = (storage: Storage): Readonly<Record<string, WorkKind>> => ({
  'clean-up': { every: hour, do: () => storage.cleanUp() },
})

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
function warm(meshwise: Meshwise, { meshes: [mesh] }: Knowledge): Meshwise {
  meshwise.ask(`how long does ${mesh?.name ?? 'a mesh'} wait beside prometheus?`)
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
  const { log, now, newId } = edge
  const storage = await openStorage({ place: { kind: 'sqlite', file: ':memory:' }, log, now, newId })
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
