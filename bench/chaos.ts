/**
 * Does to the bot what goes wrong in the world, on this machine alone, and counts: what was tried, what failed (an answer
 * that came as an error, late, or not at all), and what was lost (in silence: nobody was told, or what was said to be
 * kept is gone). `npm run bench:chaos`, some minutes; `-- --only swaps` for one part.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { loadKnowledge, ownKnowledgeDirectory } from '../src/knowledge/load.ts'
import { lookAt, watchKnowledge } from '../src/knowledge/watch.ts'
import { createLog } from '../src/log.ts'
import { createMeshwise } from '../src/meshwise.ts'
import { holdKnowledge } from '../src/service.ts'
import type { DatabasePlace } from '../src/storage/location.ts'
import { openStorage } from '../src/storage/open.ts'
import { hostilePiece, repeated } from '../tests/helpers/hostile.ts'
import { type SlackRequest, sendSigned, signingSecret } from '../tests/helpers/signed-request.ts'
import { slashCommand, submission, workspace } from '../tests/helpers/slack-payloads.ts'
import { startWholeApp } from '../tests/helpers/whole-app.ts'
import { surfaces } from './chaos/requests.ts'
import { type Fault, startStandIn } from './chaos/stand-in.ts'

/** How long Slack waits for an acknowledgement, in milliseconds. */
const DEADLINE = 3_000

interface Row {
  readonly what: string
  tried: number
  failed: number
  lost: number
  /** The longest that anybody waited, in milliseconds. */
  worst: number
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Locks a database for a second, lets go for a third of one, and so on: in a process of its own, since it blocks. */
const locking = `
  const { DatabaseSync } = require('node:sqlite')
  const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
  const db = new DatabaseSync(process.argv[1], { timeout: 10_000 })
  for (;;) { db.exec('begin immediate'); pause(1_000); db.exec('commit'); pause(300) }`

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
const directory = mkdtempSync(join(tmpdir(), 'meshwise-chaos-'))
const slack = await startStandIn()
/** Requests whose acknowledgement is their answer. */
const answered = new WeakSet<SlackRequest>()
const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  strings: hostileStrings,
  deliveries: oddDeliveries,
  faults: slackFaults,
  swaps: knowledgeSwaps,
  locks: lockedDatabase,
  disk: fullDisk,
  kills,
}
const before = process.memoryUsage().rss
const rows: Row[] = []
for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) rows.push(...(await part()))
console.table(rows.map((row) => ({ ...row, worst: `${Math.round(row.worst)} ms` })))
console.log(`Memory: ${megabytes(before)} MB before, ${megabytes(process.memoryUsage().rss)} MB after`)
slack.close()
rmSync(directory, { recursive: true, force: true })
process.exit(0)

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}

function rowOf(what: string): Row {
  return { what, tried: 0, failed: 0, lost: 0, worst: 0 }
}

/** Sends a request and counts how it is acknowledged. */
async function send(url: string, request: SlackRequest, row: Row, good: readonly number[] = [200]) {
  row.tried++
  const started = performance.now()
  const response = await sendSigned(url, { ...request, signal: AbortSignal.timeout(2 * DEADLINE) }).catch(
    () => undefined,
  )
  const took = performance.now() - started
  row.worst = Math.max(row.worst, took)
  if (!response || !good.includes(response.status) || took > DEADLINE) row.failed++
  if (response && (await response.clone().text()) !== '') answered.add(request)
  return response
}

/** Where an answer is to be seen, or else why there is none: by an ephemeral or direct message. */
function toldAt(at: readonly string[]): readonly string[] {
  return at.length === 0 ? at : [...at, workspace.user]
}

/** Waits until one of some places has been reached, unless the acknowledgement of the request was its answer. */
async function isReached(request: SlackRequest, at: readonly string[], patience: number): Promise<boolean> {
  for (const started = performance.now(); performance.now() - started < patience; await setTimeout(20)) {
    if (answered.has(request) || at.length === 0 || at.some((place) => slack.reached.has(place))) return true
  }
  return false
}

function startApp(file = ':memory:') {
  return startWholeApp({ apiUrl: slack.apiUrl, createMeshwise, database: { kind: 'sqlite', file } })
}

async function hostileStrings(): Promise<readonly Row[]> {
  const app = await startApp()
  const row = rowOf('hostile strings of up to 40,000 characters × surfaces')
  // A slash command and a message hold up to 40,000 characters, a button 2,000, an input 3,000.
  const long = new Set(['slash command', 'mention', 'direct message', 'answer this'])
  const pieces = [...new Set(fc.sample(hostilePiece, { numRuns: 60, seed: 1 }))]
  for (const piece of pieces) {
    for (const [name, surface] of Object.entries(surfaces)) {
      const length = long.has(name) ? 40_000 : 2_000
      const { request, at } = surface(repeated(piece, length), slack)
      await send(app.url, request, row)
      if (!(await isReached(request, at, 2 * DEADLINE))) row.lost++
    }
  }
  await app.close()
  return [row]
}

async function oddDeliveries(): Promise<readonly Row[]> {
  const app = await startApp()
  const row = rowOf('signed bodies that Slack would not send')
  for (const text of fc.sample(
    fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((one) => JSON.stringify(one)),
    ),
    500,
  )) {
    await send(app.url, { type: 'application/json', body: text }, row, [200, 400])
    const body = new URLSearchParams({ payload: text }).toString()
    const type = 'application/x-www-form-urlencoded'
    await send(app.url, { type, body }, row, [200, 400])
  }
  if ((await send(app.url, slashCommand('compare istio linkerd'), rowOf('after')))?.status !== 200) row.lost++
  await app.close()
  return [row]
}

async function slackFaults(): Promise<readonly Row[]> {
  const refusal = (error: string): Fault => ({ body: { ok: false, error } })
  const isOpening = (method: string) => method === 'views.open'
  const isToChannel = (_method: string, sent: URLSearchParams) => sent.get('channel')?.startsWith('C') ?? false
  const isLong = (_method: string, sent: URLSearchParams) => (sent.get('text') ?? '').length > 200
  const any = () => true
  const faults: readonly (readonly [
    fault: Fault,
    times: number,
    isMeant: (method: string, sent: URLSearchParams) => boolean,
  ])[] = [
    [{ status: 503 }, 1, any],
    [{ status: 429, headers: { 'retry-after': '1' } }, 1, any],
    [refusal('internal_error'), 1, any],
    [refusal('invalid_blocks'), 1, any],
    [refusal('not_in_channel'), 99, isToChannel],
    [refusal('is_archived'), 99, isToChannel],
    [refusal('msg_too_long'), 99, isLong],
    [refusal('expired_trigger_id'), 99, isOpening],
    [{ status: 503 }, 99, isOpening],
  ]
  const app = await startApp()
  const row = rowOf('faults of Slack’s × surfaces')
  for (const [fault, times, isMeant] of faults) {
    for (const surface of Object.values(surfaces)) {
      let left = times
      slack.failBy((method, sent) => (isMeant(method, sent) && left-- > 0 ? fault : undefined))
      const { request, at } = surface('does linkerd support retries?', slack)
      await send(app.url, request, row)
      if (!(await isReached(request, toldAt(at), 2 * DEADLINE))) row.lost++
      await setTimeout(50)
      slack.forget([workspace.user])
    }
  }
  slack.failBy(() => undefined)
  await app.close()
  return [row]
}

async function knowledgeSwaps(): Promise<readonly Row[]> {
  const row = rowOf('swaps of the knowledge in service')
  const place = join(directory, 'swaps')
  const link = join(place, 'current')
  mkdirSync(place)
  const checkout = (name: string, summary: string) => {
    cpSync(ownKnowledgeDirectory, join(place, name), { recursive: true })
    const file = join(place, name, 'meshes', 'linkerd.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^summary: .*$/m, `summary: ${summary}`))
  }
  checkout('0', 'Version 0.')
  symlinkSync(join(place, '0'), link)
  const now = () => new Date()
  const load = () => loadKnowledge({ directory: link }, now().toISOString().slice(0, 10))
  const look = lookAt({ directory: link })
  const first = load()
  if (!first.ok) throw new Error('the knowledge has problems')
  const holder = holdKnowledge(first.knowledge, { createMeshwise, now })
  const log = createLog({ level: 'error', write: () => undefined, now })
  const watcher = watchKnowledge({ place: { directory: link }, look, load, replace: holder.replace, log })
  const current = () => holder.current.knowledge.meshes.find(({ id }) => id === 'linkerd')?.summary ?? ''
  const file = () => join(link, 'meshes', 'linkerd.yaml')
  const edited = (summary: string) => readFileSync(file(), 'utf8').replace(/^summary: .*$/m, `summary: ${summary}`)
  const ways: readonly ((version: number) => void)[] = [
    (version) => writeFileSync(file(), edited(`Version ${version}.`)),
    (version) => {
      writeFileSync(`${file()}.tmp`, edited(`Version ${version}.`))
      renameSync(`${file()}.tmp`, file())
    },
    (version) => {
      checkout(String(version), `Version ${version}.`)
      symlinkSync(join(place, String(version)), `${link}.tmp`)
      renameSync(`${link}.tmp`, link)
    },
  ]
  for (let version = 1; version <= 24; version++) {
    row.tried++
    const started = performance.now()
    ways[version % ways.length]?.(version)
    while (!current().startsWith(`Version ${version}`) && performance.now() - started < 15_000) await setTimeout(20)
    row.worst = Math.max(row.worst, performance.now() - started)
    if (!current().startsWith(`Version ${version}`)) row.failed++
  }
  if (holder.problems.length > 0) row.lost++
  watcher.close()
  return [row]
}

function correction(text: string): SlackRequest {
  const values = { text: { text: { value: text } }, source: { source: { value: null } } }
  return submission('correction', values, {
    metadata: JSON.stringify({ mesh: 'linkerd', topic: 'retries', channel: 'C1' }),
  })
}

/** How often somebody was thanked for a correction. */
function thanks(): number {
  return slack.texts.filter((text) => text.includes('Your correction is kept')).length
}

/** How many corrections a database holds. */
async function kept(file: string): Promise<number> {
  const log = { info: console.log, warn: console.log }
  const place: DatabasePlace = { kind: 'sqlite', file }
  const storage = await openStorage({ place, log, now: () => new Date(), newId: () => crypto.randomUUID() })
  const { length } = await storage.corrections.list()
  await storage.close()
  return length
}

async function lockedDatabase(): Promise<readonly Row[]> {
  const file = join(directory, 'locked.db')
  const app = await startApp(file)
  const locker = spawn(process.execPath, ['--eval', locking, file], { stdio: 'ignore' })
  const thankedBefore = thanks()
  const row = rowOf('a database that another process locks for a second, again and again')
  for (let round = 0; round < 12; round++) {
    const sent = Object.values(surfaces).map((surface) => surface('does linkerd support retries?', slack))
    const requests = [...sent.map(({ request }) => request), correction(`round ${round}`)]
    await Promise.all(requests.map((request) => send(app.url, request, row)))
    for (const { request, at } of sent) if (!(await isReached(request, toldAt(at), 4 * DEADLINE))) row.lost++
    slack.forget([workspace.user])
  }
  locker.kill('SIGKILL')
  await app.close()
  row.lost += Math.max(0, thanks() - thankedBefore - (await kept(file)))
  return [row]
}

/** A file system of 300 kB: only who may mount one can try. */
async function fullDisk(): Promise<readonly Row[]> {
  const disk = join(directory, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk]).status !== 0) {
    console.log('A full disk is not tried: it takes leave to mount one')
    return []
  }
  const row = rowOf('a full disk under the database')
  const file = join(disk, 'full.db')
  const app = await startApp(file)
  const thankedBefore = thanks()
  for (let round = 0; round < 12; round++) {
    if (round === 2) fill(disk)
    if (round === 8) rmSync(join(disk, 'filling'))
    for (const surface of Object.values(surfaces)) {
      const { request, at } = surface('does linkerd support retries?', slack)
      await send(app.url, request, row)
      if (!(await isReached(request, toldAt(at), 2 * DEADLINE))) row.lost++
      slack.forget([workspace.user])
    }
    for (let times = 0; times < 5; times++) await send(app.url, correction('x'.repeat(2_000)), row)
  }
  await app.close()
  row.lost += Math.max(0, thanks() - thankedBefore - (await kept(file)))
  spawnSync('umount', [disk])
  return [row]
}

function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk)
  try {
    writeFileSync(join(disk, 'filling'), Buffer.alloc(bavail * bsize))
  } catch {
    // It is as full as can be.
  }
}

async function kills(): Promise<readonly Row[]> {
  const row = rowOf('corrections over 20 kills of the process')
  const file = join(directory, 'killed.db')
  const thankedBefore = thanks()
  for (let round = 0; round < 20; round++) {
    const { url, kill } = await startMain(file)
    row.tried += 20
    const sending = Array.from({ length: 20 }, (_, index) =>
      sendSigned(url, correction(`${round} ${index}`)).catch(() => undefined),
    )
    await setTimeout(5 + ((round * 7) % 60))
    await kill()
    await Promise.all(sending)
  }
  if (thanks() === thankedBefore) throw new Error('Nobody was thanked before a kill: nothing was tried')
  row.lost += Math.max(0, thanks() - thankedBefore - (await kept(file)))
  return [row]
}

async function startMain(file: string): Promise<{ url: string; kill(): Promise<void> }> {
  const env = {
    SLACK_BOT_TOKEN: workspace.bot.token,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `sqlite:${file}`,
    PORT: '0',
  }
  const child = spawn(process.execPath, [main], { env, cwd: directory })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += String(chunk)
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (;;) {
    const [, url] = /Listening for Slack at (http:\/\/localhost:\d+)/.exec(output) ?? []
    if (url !== undefined) {
      return {
        url,
        kill() {
          child.kill('SIGKILL')
          return ended
        },
      }
    }
    await setTimeout(20)
  }
}
