import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { type MainProcess, startMain } from '../helpers/process.ts'
import { sendSigned, signingSecret } from '../helpers/signed-request.ts'
import { slashCommand, workspace } from '../helpers/slack-payloads.ts'
import { startWorkspace, type Workspace } from '../helpers/whole-app.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let directory: string
let slack: Workspace
let running: MainProcess | undefined

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
  slack = await startWorkspace(['chat:write'])
})
afterEach(async () => {
  running?.signal('SIGTERM')
  await running?.exit
  running = undefined
  await slack.close()
  rmSync(directory, { recursive: true })
})

const http = () => ({
  SLACK_BOT_TOKEN: workspace.bot.token,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: `${slack.url}/api/`,
  PORT: '0',
})

function start(environment: Record<string, string>, options: readonly string[] = []): MainProcess {
  running = startMain(environment, directory, options)
  return running
}

const listening = (started: MainProcess) =>
  vi.waitFor(
    () => {
      const [, url] = /Listening for Slack at (http:\/\/localhost:\d+)/.exec(started.output()) ?? []
      if (url === undefined) throw new Error(started.output())
      return url
    },
    { timeout: 20_000, interval: 50 },
  )

test('it answers, survives what is no request, and stops when told to', { timeout: 30_000 }, async () => {
  const started = start(http())
  const url = await listening(started)
  const odd = await sendSigned(url, { type: 'application/json', body: 'null' })
  expect(odd.status).toBe(400)
  const response = await sendSigned(url, slashCommand('corrections'))
  expect(await response.text()).toContain('Say which fact is wrong')
  started.signal('SIGTERM')
  expect(await started.exit).toBe(0)
  expect(existsSync(join(directory, 'data', 'meshwise.db'))).toBe(true)
  // A write-ahead log that is left behind would mean that the database was not closed.
  expect(existsSync(join(directory, 'data', 'meshwise.db-wal'))).toBe(false)
})

test('it tells how it is on a port of its own, in JSON where asked to', { timeout: 30_000 }, async () => {
  const started = start({ ...http(), METRICS_PORT: '0', LOG_FORMAT: 'json' })
  const url = await listening(started)
  const [, status] = /Health and metrics at (http:\/\/[\d.:]+)/.exec(started.output()) ?? []
  const told = async (path: string) => (await fetch(`${status}${path}`)).text()
  expect(await told('/healthz')).toBe('ok')
  await vi.waitFor(async () => expect(await told('/readyz')).toBe('ready'))
  await sendSigned(url, slashCommand('status'))
  const metrics = await told('/metrics')
  expect(metrics).toMatch(/^meshwise_requests_total\{surface="command"\} 1$/m)
  expect(metrics).toMatch(/^meshwise_answers_total\{kind="status"\} 1$/m)
  expect(metrics).toMatch(/^meshwise_ack_seconds_bucket\{le="3",surface="command"\} 1$/m)
  expect(metrics).toMatch(/^meshwise_knowledge_cells [1-9]\d+$/m)
  expect(metrics).toMatch(/^process_resident_memory_bytes/m)
  expect((await fetch(`${status}/elsewhere`)).status).toBe(404)
  const lines = started.output().trim().split('\n')
  expect(
    lines.map((line) => z.looseObject({ time: z.string(), message: z.string() }).parse(JSON.parse(line)).time),
  ).not.toEqual([])
})

test('a wrong configuration ends it with everything that is wrong', async () => {
  const { exit, output } = start({ SLACK_BOT_TOKEN: 'nonsense', PORT: 'x' })
  expect(await exit).toBe(1)
  expect(output()).toMatch(/SLACK_BOT_TOKEN is not a bot token.*PORT is not a port.*SLACK_SIGNING_SECRET is missing/s)
  expect(output()).not.toContain('    at ')
})

test('a .env file is read, and what the environment says goes before it', async () => {
  writeFileSync(join(directory, '.env'), 'SLACK_BOT_TOKEN=nonsense\nLOG_LEVEL=loud\n')
  const { exit, output } = start({ LOG_LEVEL: 'debug' })
  expect(await exit).toBe(1)
  expect(output()).toMatch(/SLACK_BOT_TOKEN is not a bot token/)
  expect(output()).not.toContain('LOG_LEVEL')
})

test('without development dependencies the playground ends with what to do', { timeout: 30_000 }, async () => {
  const checkout = join(directory, 'checkout')
  for (const part of ['src', 'knowledge', 'package.json']) {
    cpSync(join(root, part), join(checkout, part), { recursive: true })
  }
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  for (const name of Object.keys(manifest.dependencies)) {
    const place = join(checkout, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), place)
  }
  const ended = spawnSync(process.execPath, [join(checkout, 'src', 'main.ts')], { cwd: directory, env: { PORT: '0' } })
  expect(ended.status).toBe(1)
  expect(String(ended.stderr)).toMatch(/development dependencies, which are not installed.*npm ci/s)
  expect(String(ended.stderr)).not.toMatch(/ERR_MODULE_NOT_FOUND| {4}at /)
})

test('an option that it does not have ends it with those that it has', async () => {
  const { exit, output } = start(http(), ['--scenrio', 'demo.yaml'])
  expect(await exit).toBe(1)
  expect(output()).toMatch(/--scenrio.*Usage: npm start \[-- --scenario FILE\]/s)
  expect(output()).not.toContain('    at ')
})

test('knowledge with problems ends it with all of them', async () => {
  const knowledge = join(directory, 'knowledge')
  cpSync(ownKnowledgeDirectory, knowledge, { recursive: true })
  writeFileSync(join(knowledge, 'traits.yaml'), 'trait: {}\n')
  writeFileSync(join(knowledge, 'guide.yaml'), 'nonsense\n')
  const { exit, output } = start({ ...http(), KNOWLEDGE_DIR: knowledge })
  expect(await exit).toBe(1)
  expect(output()).toMatch(/traits\.yaml/)
  expect(output()).toMatch(/guide\.yaml/)
  expect(output()).not.toContain('    at ')
})

test('a port that is taken ends it', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const { exit, output } = start({ ...http(), PORT: String(port) })
  expect(await exit).toBe(1)
  expect(output()).toMatch(new RegExp(`Port ${port} is taken`))
  server.close()
})
