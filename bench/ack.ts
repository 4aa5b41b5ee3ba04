/**
 * Measures what a user waits for: the time from a signed request to its answer, within the acknowledgement or right after
 * it by the response_url, against a bare Bolt app that acknowledges with a fixed card of the same size; the time for an answer alone, and for a recommendation; the time and
 * memory to start; the time of commands of the terminal beside that of Node alone.
 * `npm run bench`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { App, HTTPReceiver } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import fc from 'fast-check'
import { z } from 'zod'
import packageFile from '../package.json' with { type: 'json' }
import { toWords } from '../src/advisor/words.ts'
import { createMeshwise } from '../src/meshwise.ts'
import { needs } from '../tests/advisor/basis.ts'
import { articleScenarios, ownScenarios } from '../tests/advisor/scenarios.ts'
import { wildNeeds } from '../tests/advisor/wild-needs.ts'
import { sendSigned, signingSecret } from '../tests/helpers/signed-request.ts'
import { slashCommand, workspace } from '../tests/helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace } from '../tests/helpers/whole-app.ts'

const rounds = 800
const atOnce = 16

const slack = await startWorkspace(['chat:write'])
const responseUrls = await startResponseUrls(new URL(slack.url).hostname)
const ours = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise })
const bare = await startBareApp(await cardOf('compare istio linkerd'))

const commands = ['compare istio linkerd', 'does cilium support circuit breaking?']
console.log('Time from a signed request to its answer, in milliseconds')
const table = []
for (const command of commands) {
  for (const parallel of [1, atOnce]) {
    const times = await alternate(
      parallel,
      () => timed(() => answerFrom(bare.url, command)),
      () => timed(() => answerFrom(ours.url, command)),
    )
    table.push({
      command,
      'at once': parallel,
      'bare median': round(quantile(times.bare, 0.5)),
      'our median': round(quantile(times.ours, 0.5)),
      'ratio of medians': round(quantile(times.ours, 0.5) / quantile(times.bare, 0.5)),
      'bare p99': round(quantile(times.bare, 0.99)),
      'our p99': round(quantile(times.ours, 0.99)),
      'ratio of p99': round(quantile(times.ours, 0.99) / quantile(times.bare, 0.99)),
      'share of its throughput': round(sum(times.bareTurns) / sum(times.ourTurns)),
    })
  }
}
console.table(table)

const { knowledge, meshwise } = ours.edge.knowledge.current
const questions = knowledge.topics.flatMap(({ phrasings }) => phrasings)
console.log(`Time for an answer alone, over ${questions.length} questions, in milliseconds`)
console.table([await timeEach(questions, (question) => meshwise.ask(question))])

const scenarios = [...articleScenarios, ...ownScenarios].map(({ file }) => needs(file))
const requirements = [...scenarios, ...fc.sample(wildNeeds, { seed: 7, numRuns: 60 - scenarios.length })]
const commandsToRecommend = requirements.map((one) => `recommend ${toWords(one)}`)
console.log(`Time for a recommendation, over ${requirements.length} requirements, in milliseconds`)
console.table([await timeEach(commandsToRecommend, (command) => meshwise.answer(meshwise.parse(command).command))])

console.log('Starts of the whole process: the first may still have to compile, the others find it in the cache')
console.table([await measureStart(), await measureStart(), await measureStart()])

console.log('A command of the terminal, over 20 runs of each in turns, in milliseconds')
console.table(measureCommands(20))

await Promise.all([ours.close(), bare.close()])
await slack.close()
responseUrls.close()

/** The card that our app acknowledges a command with. */
async function cardOf(command: string) {
  const answer = JSON.parse(await answerFrom(ours.url, command))
  return z.object({ text: z.string(), blocks: z.array(z.custom<KnownBlock>()) }).parse(answer)
}

/** The answer to a command: the acknowledgement, or what comes by the response_url where that is empty. */
async function answerFrom(url: string, command: string): Promise<string> {
  const { address, answered } = responseUrls.issue()
  const request = slashCommand(command)
  const body = new URLSearchParams(request.body)
  body.set('response_url', address)
  const acknowledged = await (await sendSigned(url, { ...request, body: body.toString() })).text()
  return acknowledged || answered
}

/** Stands in for Slack's response_urls, at the only host but Slack's that the app sends to: each says what was sent to it. */
async function startResponseUrls(hostname: string) {
  const waiting = new Map<string, (body: string) => void>()
  const server = createServer(async (request, response) => {
    const pieces = await request.toArray()
    response.end('ok')
    waiting.get(request.url ?? '')?.(Buffer.concat(pieces).toString())
  })
  server.listen(0, hostname)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const issue = () => {
    const path = `/${crypto.randomUUID()}`
    const { promise: answered, resolve } = Promise.withResolvers<string>()
    waiting.set(path, resolve)
    return { address: `http://${hostname}:${port}${path}`, answered }
  }
  return { issue, close: () => server.close() }
}

/** The least that Bolt can do with a command: to acknowledge it with a card that is there already. */
async function startBareApp(card: { text: string; blocks: KnownBlock[] }) {
  const receiver = new HTTPReceiver({ signingSecret })
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: workspace.bot.token, botId: 'B', botUserId: 'U' }),
  })
  app.command('/mesh', async ({ ack }) => ack({ response_type: 'ephemeral', ...card }))
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => receiver.stop() }
}

/** Times both in turns, so that whatever else the machine does falls on both; the first turns only warm up. */
async function alternate(parallel: number, one: () => Promise<number>, other: () => Promise<number>) {
  const times: { [Key in 'bare' | 'ours' | 'bareTurns' | 'ourTurns']: number[] } = {
    bare: [],
    ours: [],
    bareTurns: [],
    ourTurns: [],
  }
  const turns = rounds / parallel
  for (let turn = 0; turn < turns; turn++) {
    const started = performance.now()
    const bare = await Promise.all(Array.from({ length: parallel }, one))
    const between = performance.now()
    const ours = await Promise.all(Array.from({ length: parallel }, other))
    const ended = performance.now()
    if (turn < turns / 4) continue
    times.bare.push(...bare)
    times.ours.push(...ours)
    times.bareTurns.push(between - started)
    times.ourTurns.push(ended - between)
  }
  return times
}

/** Times the work on each item, after a first turn over all of them that only warms up. */
async function timeEach<T>(items: readonly T[], work: (item: T) => unknown) {
  for (const item of items) work(item)
  const times: number[] = []
  for (const item of items) times.push(await timed(async () => work(item)))
  return { median: round(quantile(times, 0.5)), p95: round(quantile(times, 0.95)), p99: round(quantile(times, 0.99)) }
}

/** Each run is a process of its own; all take their turns, so that whatever else the machine does falls on each. */
function measureCommands(runs: number) {
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
  const mesh = fileURLToPath(new URL('../src/cli/mesh.ts', import.meta.url))
  const bin = fileURLToPath(new URL('../src/cli/bin.js', import.meta.url))
  const question = ['ask', 'does linkerd do rate limiting?']
  const commands: Readonly<Record<string, readonly [string, ...string[]]>> = {
    'node -e 0': [own, '-e', '0'],
    'mesh.ts --version': [own, mesh, '--version'],
    'mesh.ts fact': [own, mesh, 'fact', 'linkerd', 'on', 'rate-limiting'],
    'mesh.ts estimate': [own, mesh, 'estimate', '--pods', '500'],
    'mesh.ts ask': [own, mesh, ...question],
    // By the Node that runs this one: where it is too old for TypeScript, the pinned one is started by it.
    'bin.js ask': [process.execPath, bin, ...question],
  }
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]))
  for (let run = -1; run < runs; run++) {
    for (const [name, [command, ...args]] of Object.entries(commands)) {
      const started = performance.now()
      spawnSync(command, args)
      // The first may still have to compile.
      if (run >= 0) times.get(name)?.push(performance.now() - started)
    }
  }
  const alone = quantile(times.get('node -e 0') ?? [], 0.5)
  return Object.fromEntries(
    [...times].map(([name, its]) => {
      const median = quantile(its, 0.5)
      return [name, { least: round(Math.min(...its)), median: round(median), 'by node alone': round(median / alone) }]
    }),
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function sum(times: readonly number[]): number {
  return times.reduce((total, time) => total + time, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** From the start of the process, as `npm start` starts it, until it listens, and the memory that it takes at rest. */
async function measureStart() {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const [, ...args] = packageFile.scripts.start.split(' ')
  const env = {
    SLACK_BOT_TOKEN: workspace.bot.token,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `${slack.url}/api/`,
    DATABASE_URL: ':memory:',
    PORT: '0',
  }
  const started = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const milliseconds = performance.now() - started
  await setTimeout(1_000)
  const memory = spawn('ps', ['-o', 'rss=', '-p', String(child.pid)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [kibibytes] = await once(memory.stdout, 'data')
  child.kill('SIGTERM')
  await once(child, 'close')
  return { milliseconds: Math.round(milliseconds), 'resident MB': Math.round(Number(String(kibibytes)) / 1024) }
}
