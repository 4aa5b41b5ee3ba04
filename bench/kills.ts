/**
 * Kills replicas while they answer, and delivers again as Slack does what they left without an acknowledgement: counts
 * what was never answered, what twice, and which corrections were thanked for and lost. A kill counts when it cut off an
 * answer. What was acknowledged for its time, before it was answered, is not delivered again: on a busy machine, where an
 * answer takes more than two and a half seconds, that is what stays unanswered. `npm run bench:kills`, some 20 minutes for
 * 1,000 kills, half of them on each database, at the same time; `-- --kills 50` for fewer, `-- --on sqlite` or `postgres`
 * for one database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LEASE } from '../src/storage/claims.ts'
import { locateDatabase } from '../src/storage/location.ts'
import { openStorage } from '../src/storage/open.ts'
import { startPostgres } from '../tests/helpers/postgres.ts'
import { type SlackRequest, sendSigned } from '../tests/helpers/signed-request.ts'
import { eventCallback, mention, submission } from '../tests/helpers/slack-payloads.ts'
import { startFakeSlack } from './replicas/fake-slack.ts'
import { type Replica, startReplica } from './replicas/replica.ts'

const { values: options } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, on: { type: 'string', default: 'sqlite,postgres' } },
})
const atOnce = 15
/** The pauses of Slack's three retries are none, one minute and five: in a bench, a little above the lease, and above a start. */
const pauses = [0, LEASE + 1_000, 4 * LEASE]
/** With delayed events switched on, Slack goes on for a day, once an hour (docs.slack.dev/apis/events-api#delayed-events). */
const later = Array.from({ length: 24 }, () => 4 * LEASE)

const smallKnowledge = fileURLToPath(new URL('../tests/fixtures/0.1.0/knowledge', import.meta.url))

const slack = await startFakeSlack(400)
const directory = mkdtempSync(join(tmpdir(), 'meshwise-kills-'))
const postgres = options.on.includes('postgres') ? await startPostgres() : undefined
const urls = {
  ...(options.on.includes('sqlite') ? { SQLite: `sqlite:${join(directory, 'meshwise.db')}` } : {}),
  ...(postgres ? { PostgreSQL: await postgres.newDatabase() } : {}),
}
const target = Number(options.kills) / Object.keys(urls).length
// Both at once: a replica that starts keeps one core busy, and the rest is waiting.
const table = await Promise.all(Object.entries(urls).map(([database, url]) => measure(database, url)))
console.log('Two replicas, killed in turn while they answer mentions and keep corrections')
console.table(table)
slack.close()
await postgres?.close()
rmSync(directory, { recursive: true })
process.exit(0)

/** With a small knowledge, which is read in half the time: what dies is the way from a claim to its answer. */
function start(url: string): Promise<Replica> {
  return startReplica(slack.apiUrl, url, { knowledge: smallKnowledge })
}

async function measure(database: string, url: string) {
  const replicas: (Replica | undefined)[] = [await start(url), await start(url)]
  let isOver = false
  let cutOff = 0
  let kills = 0
  let hits = 0
  let deliveries = 0
  const threads: string[] = []
  const late = new Set<string>()
  let delayed = 0
  const thanked: string[] = []

  /** One delivery to a replica that is up: whether it was acknowledged. */
  async function deliver(request: SlackRequest): Promise<Response | undefined> {
    const up = replicas.filter((replica) => replica !== undefined)
    const replica = up[deliveries++ % up.length]
    return replica && sendSigned(replica.url, request).catch(() => undefined)
  }

  async function ask(index: number) {
    const ts = `${1_700_000_000 + index}.${database.length}00000`
    threads.push(ts)
    const request = eventCallback(mention({ text: 'does linkerd support circuit breaking?', ts }))
    for (const [retry, pause] of [0, ...pauses, ...later].entries()) {
      await setTimeout(pause)
      if (retry === 1 + pauses.length) delayed += 1
      const started = performance.now()
      const response = await deliver(request)
      if (response?.ok) {
        if (performance.now() - started > 2_500) late.add(ts)
        return
      }
      if (!response && !slack.posts.has(ts)) cutOff += 1
    }
  }

  async function correct(index: number) {
    const text = `correction ${index} of ${database}`
    const values = { text: { text: { value: text } }, source: { source: { value: null } } }
    const metadata = JSON.stringify({ mesh: 'linkerd', topic: 'retries' })
    const response = await deliver(submission('correction', values, { metadata }))
    if (response?.ok && (await response.text().catch(() => 'cut off')) === '') thanked.push(text)
  }

  let made = 0
  const working = Array.from({ length: atOnce }, async () => {
    while (!isOver) {
      const index = ++made
      await (index % 10 === 0 ? correct(index) : ask(index))
    }
  })
  while (hits < target) {
    const slot = kills % 2
    await setTimeout(100 + Math.random() * 200)
    const before = cutOff
    replicas[slot]?.kill()
    replicas[slot] = undefined
    kills += 1
    replicas[slot] = await start(url)
    if (cutOff > before) hits += 1
    if (kills % 50 === 0)
      console.log(`${database}: ${kills} kills, ${cutOff} answers cut off, ${threads.length} questions`)
  }
  isOver = true
  await Promise.all(working)
  await Promise.all(replicas.map((replica) => replica?.stop()))

  const location = locateDatabase(url)
  if (!location.ok) throw new Error(location.problem)
  const log = { info: console.log, warn: console.log }
  const storage = await openStorage({ place: location.place, log, now: () => new Date(), newId: () => 'id' })
  const kept = new Set((await storage.corrections.list()).map(({ text }) => text))
  await storage.close()
  const times = threads.map((thread) => slack.posts.get(thread) ?? 0)
  const unanswered = threads.filter((thread) => !slack.posts.has(thread))
  return {
    database,
    kills,
    'over an answer': hits,
    'answers cut off': cutOff,
    questions: threads.length,
    unanswered: unanswered.length,
    'of them acknowledged for their time': unanswered.filter((thread) => late.has(thread)).length,
    'needed more than four deliveries': delayed,
    'answered twice': times.filter((count) => count > 1).length,
    'corrections thanked for': thanked.length,
    'of them lost': thanked.filter((text) => !kept.has(text)).length,
  }
}
