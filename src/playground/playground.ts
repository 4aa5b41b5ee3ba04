import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Log } from '../log.ts'
import { type AppManifest, readManifest } from './app-manifest.ts'
import { controlWorld } from './control.ts'
import type { Control } from './control-request.ts'
import { newIdentity } from './emulator.ts'
import { listen } from './http-server.ts'
import { LiveFeed } from './live-feed.ts'
import { loadPage } from './page-files.ts'
import type { CommandHelp, Outcome, Try } from './protocol.ts'
import { routes } from './routes.ts'
import { playScenario } from './scenario.ts'
import { readScenario } from './scenario-file.ts'
import { seedConversation } from './seed-conversation.ts'
import { createWorld, snapshotFor, type World } from './world.ts'

/** How an app reaches Slack, and knows that Slack reaches it. */
export interface SlackCredentials {
  botToken: string
  signingSecret: string
  apiUrl: string
  botUserId: string
  teamId: string
}

/** A running playground. */
export interface Playground {
  url: string
  credentials: SlackCredentials
  /** Settles when the scenario has been played, or at once without one. */
  played: Promise<void>
  close(): Promise<void>
}

/** What a playground is started with. */
export interface PlaygroundOptions {
  /** 0 takes a free port. */
  port: number
  log: Pick<Log, 'info' | 'error'>
  startBot: (slack: SlackCredentials) => Promise<{ url: string; close(): Promise<void> }>
  /** A file with a conversation to play after the start. */
  scenario?: string
  /** The app's manifest; the repository's own unless said otherwise. */
  manifest?: string
  /** What the manifest's command is called here, and what the composer suggests after it. */
  command?: CommandHelp
  /** What the window offers to press first. */
  tries?: readonly Try[]
  /** Whether it is a visitor's, whose page then says that it lasts for a while and offers no dials. */
  hosted?: boolean
  /** The built page, where it is served by somebody else too. */
  page?: ReturnType<typeof loadPage>
  /** Begin with an empty workspace, not with the seeded conversation. */
  unseeded?: boolean
}

const ownManifest = fileURLToPath(new URL('../../manifest.yml', import.meta.url))

/** Starts a stand-in for Slack on 127.0.0.1 with the app in it. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const scenario = options.scenario === undefined ? undefined : readScenario(options.scenario)
  const manifest = withCommand(readManifest(options.manifest ?? ownManifest), options.command)
  const identity = newIdentity()
  const signingSecret = randomBytes(16).toString('hex')
  const feed = new LiveFeed()
  const page = options.page ?? loadPage()
  // Awaited by the page's route; without this a failed build would end the process first.
  page.catch((error: unknown) =>
    options.log.error('The playground’s page could not be built', { error: String(error) }),
  )
  const running: { world?: World; bot?: { url: string; close(): Promise<void> } } = {}
  const world = () => {
    if (running.world === undefined) throw new Error('The playground is starting')
    return running.world
  }
  const server = await listen(options.port, routes({ world, page, control: (wanted) => control(wanted) }), (error) =>
    options.log.error('The playground could not answer', { error: String(error) }),
  )
  const url = `http://127.0.0.1:${server.port}`
  const { botToken, botUserId, teamId } = identity
  const credentials = { botToken, signingSecret, apiUrl: `${url}/api/`, botUserId, teamId }

  const begin = async () => {
    const made = await createWorld({
      identity,
      signingSecret,
      manifest,
      publicUrl: url,
      tries: options.tries ?? [],
      hosted: options.hosted ?? false,
      feed,
      now: () => Date.now(),
    })
    running.world = made
    running.bot = await options.startBot(credentials)
    made.botUrl = running.bot.url
    feed.restart((name) => snapshotFor(made, made.workspace.member(name)?.id ?? ''))
    const seeds = options.unseeded !== true && scenario?.seed !== false
    if (seeds) await playScenario(made, seedConversation)
  }
  const end = async () => {
    await running.bot?.close()
    await running.world?.close()
  }
  const control = async (wanted: Control): Promise<Outcome> => {
    if (wanted.do !== 'reset') return controlWorld(world(), wanted)
    await end()
    await begin()
    return { ok: true }
  }

  try {
    await begin()
  } catch (error) {
    await end()
    await server.close()
    throw error
  }
  options.log.info(`${manifest.name}’s playground: ${url}`)
  const played = scenario === undefined ? Promise.resolve() : playScenario(world(), scenario.steps)
  played.then(
    () => scenario && options.log.info('The scenario has been played'),
    (error: unknown) => options.log.error('The scenario stopped', { error: String(error) }),
  )
  return {
    url,
    credentials,
    played,
    async close() {
      await end()
      await server.close()
    },
  }
}

function withCommand(manifest: AppManifest, help: CommandHelp | undefined): AppManifest {
  const [first, ...others] = manifest.commands
  return help && first ? { ...manifest, commands: [{ ...first, ...help }, ...others] } : manifest
}
