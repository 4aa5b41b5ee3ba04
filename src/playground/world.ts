import type { AppManifest } from './app-manifest.ts'
import { healthyDials } from './dials.ts'
import { type Identity, startEmulator, type WebApiEmulator } from './emulator.ts'
import { ExchangeLog } from './exchanges.ts'
import type { LiveFeed } from './live-feed.ts'
import type { Dials, Member, Snapshot, Try } from './protocol.ts'
import { ResponseUrls } from './response-urls.ts'
import { Timers } from './timers.ts'
import { TriggerIds } from './triggers.ts'
import { Views } from './views.ts'
import { readWorkspace, type Workspace } from './workspace.ts'

/** One run of the workspace, from its start or reset to the next reset. */
export interface World {
  readonly identity: Identity
  readonly signingSecret: string
  readonly manifest: AppManifest
  /** What the window offers to press first. */
  readonly tries: readonly Try[]
  readonly hosted: boolean
  readonly publicUrl: string
  readonly feed: LiveFeed
  readonly emulator: WebApiEmulator
  readonly workspace: Workspace
  readonly views: Views
  readonly exchanges: ExchangeLog
  readonly triggers: TriggerIds
  readonly responseUrls: ResponseUrls
  readonly timers: Timers
  readonly now: () => number
  /** The text streams that the app has begun, by conversation and timestamp. */
  readonly streams: Map<string, string>
  /** Where the app listens; empty until it does. */
  botUrl: string
  dials: Dials
  /** A timestamp for something that the emulator doesn't keep. */
  nextTs(): string
  close(): Promise<void>
}

/** What a world is made of. */
export interface WorldOptions {
  identity: Identity
  signingSecret: string
  manifest: AppManifest
  publicUrl: string
  tries: readonly Try[]
  hosted: boolean
  feed: LiveFeed
  now: () => number
}

// The emulator counts its own timestamps within a second from one.
const OWN_TIMESTAMPS_FROM = 900_000

/** Creates the seeded workspace, without a word said in it yet. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { identity, manifest, feed, publicUrl, now } = options
  const emulator = await startEmulator(identity, manifest)
  const workspace = await readWorkspace(emulator, identity, manifest.name, feed)
  for (const member of workspace.members) {
    const own = workspace.conversationsOf(member.id).find(({ kind }) => kind === 'app')
    if (own && manifest.prompts.length > 0) workspace.setPrompts(own.id, manifest.prompts)
  }
  const timers = new Timers()
  let counter = OWN_TIMESTAMPS_FROM
  return {
    ...options,
    emulator,
    workspace,
    timers,
    views: new Views(feed),
    exchanges: new ExchangeLog((exchange) => feed.publish({ kind: 'exchange', exchange })),
    triggers: new TriggerIds(now),
    responseUrls: new ResponseUrls(publicUrl, now),
    streams: new Map(),
    botUrl: '',
    dials: healthyDials,
    nextTs() {
      counter += 1
      return `${Math.floor(now() / 1000)}.${counter}`
    },
    async close() {
      timers.clear()
      await emulator.close()
    },
  }
}

/** Turns the dials, and tells all windows. */
export function turnDials(world: World, dials: Dials): void {
  world.dials = dials
  world.feed.publish({ kind: 'dials', dials })
}

/** A person's token for the emulator. */
export function tokenOf(world: World, person: Member): string {
  return world.identity.personTokens.get(person.name) ?? ''
}

/** All that a person's window shows. */
export function snapshotFor(world: World, person: string): Snapshot {
  const { workspace, views, manifest, identity } = world
  return {
    team: { id: identity.teamId, name: 'Acme Platform' },
    me: person,
    app: { id: identity.appId, userId: identity.botUserId, name: manifest.name, description: manifest.description },
    members: [...workspace.members],
    conversations: workspace.conversationsOf(person),
    messages: workspace.messagesFor(person),
    views: views.stackOf(person),
    home: views.homeOf(person),
    prompts: workspace.promptsFor(person),
    statuses: workspace.statuses(),
    commands: manifest.commands,
    shortcuts: manifest.shortcuts,
    tries: world.tries,
    hosted: world.hosted,
    scheduled: workspace.scheduled,
    exchanges: world.exchanges.all(),
    dials: world.dials,
  }
}
