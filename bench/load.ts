/**
 * Measures how many mentions a second are answered, and after how long, by one and two replicas on each database, beside
 * a bare Bolt app that posts a fixed text: `npm run bench:load`. All of them take turns in one run, so that whatever else
 * the machine does falls on each. Slack and the one who asks share the machine, so ratios tell more than the figures.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../tests/helpers/postgres.ts'
import { sendSigned } from '../tests/helpers/signed-request.ts'
import { eventCallback, mention } from '../tests/helpers/slack-payloads.ts'
import { startFakeSlack } from './replicas/fake-slack.ts'
import { type Replica, startReplica } from './replicas/replica.ts'

const rounds = 8
const mentionsARound = 200
const atOnce = 16

const slack = await startFakeSlack(0)
const directory = mkdtempSync(join(tmpdir(), 'meshwise-load-'))
const postgres = await startPostgres({ isSafe: true })
const start = (database: string) => startReplica(slack.apiUrl, database)
const twice = async (database: string) => [await start(database), await start(database)]
const inFile = () => `sqlite:${join(directory, `${crypto.randomUUID()}.db`)}`

interface Target {
  readonly name: string
  readonly replicas: readonly Replica[]
  readonly answered: number[]
  readonly acknowledged: number[]
  /** In milliseconds, of all rounds. */
  took: number
}
const target = (name: string, replicas: readonly Replica[]): Target => ({
  name,
  replicas,
  answered: [],
  acknowledged: [],
  took: 0,
})

const targets = [
  target('bare Bolt', [await startReplica(slack.apiUrl, '', { script: 'bench/replicas/bare-app.ts' })]),
  target('memory', [await start(':memory:')]),
  target('SQLite', [await start(inFile())]),
  target('SQLite, two', await twice(inFile())),
  ...(postgres
    ? [
        target('PostgreSQL', [await start(await postgres.newDatabase())]),
        target('PostgreSQL, two', await twice(await postgres.newDatabase())),
      ]
    : []),
]

let asked = 0
for (let round = 0; round <= rounds; round++) {
  // The first round only warms up.
  for (const one of targets) await ask(one, round > 0)
}

const [bare] = targets
console.log(`${rounds} rounds of ${mentionsARound} mentions, ${atOnce} at once; times in milliseconds`)
console.table(
  targets.map((one) => ({
    target: one.name,
    'a second': Math.round(one.answered.length / (one.took / 1000)),
    'share of bare': round(perSecond(one) / (bare ? perSecond(bare) : Number.NaN)),
    'answered median': round(quantile(one.answered, 0.5)),
    'answered p99': round(quantile(one.answered, 0.99)),
    'acknowledged p99': round(quantile(one.acknowledged, 0.99)),
  })),
)
await Promise.all(targets.flatMap(({ replicas }) => replicas.map((replica) => replica.stop())))
slack.close()
await postgres?.close()
rmSync(directory, { recursive: true })
process.exit(0)

async function ask(one: Target, counts: boolean): Promise<void> {
  const started = performance.now()
  let left = mentionsARound
  const worker = async () => {
    while (left-- > 0) {
      const ts = `${1_700_000_000 + ++asked}.000100`
      const url = one.replicas[asked % one.replicas.length]?.url ?? ''
      const sent = performance.now()
      const answered = slack.posted(ts).then(() => performance.now() - sent)
      const response = await sendSigned(url, eventCallback(mention({ text: 'compare istio and linkerd', ts })))
      if (!response.ok) throw new Error(`${one.name} answered ${response.status}`)
      const acknowledged = performance.now() - sent
      const time = await answered
      if (!counts) continue
      one.acknowledged.push(acknowledged)
      one.answered.push(time)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (counts) one.took += performance.now() - started
}

function perSecond(one: Target): number {
  return one.answered.length / (one.took / 1000)
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
