import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { answerOf } from '../helpers/response-urls.ts'
import { eventCallback, mention, submission, workspace } from '../helpers/slack-payloads.ts'
import { startWholeApp, startWorkspace, type WholeApp, type Workspace } from '../helpers/whole-app.ts'

const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
afterAll(() => rmSync(directory, { recursive: true }))

let file: string
let slack: Workspace
let app: WholeApp
beforeEach(async () => {
  file = join(directory, `${crypto.randomUUID()}.db`)
  slack = await startWorkspace(['chat:write'])
  app = await startWholeApp({ apiUrl: `${slack.url}/api/`, createMeshwise, database: { kind: 'sqlite', file } })
})
afterEach(async () => {
  await app.close().catch(() => undefined)
  await slack.close()
})

const text = 'It can since 2.19: a secret plan'
const correct = () => {
  const values = { text: { text: { value: text } }, source: { source: { value: null } } }
  return app.send(submission('correction', values, { metadata: JSON.stringify({ mesh: 'linkerd', topic: 'retries' }) }))
}

/** What a user sees of a bot whose database is of no use. */
async function expectAnswers() {
  expect((await answerOf(app, 'help')).text).toContain('compare')
  const ts = await slack.say('@Meshwise does linkerd support circuit breaking?')
  const mentioned = await app.send(eventCallback(mention({ text: 'does linkerd support circuit breaking?', ts })))
  expect(mentioned.status).toBe(200)
  await expect.poll(() => slack.botMessages(workspace.channel), { timeout: 10_000 }).toHaveLength(1)
  const corrected = await correct()
  expect(await corrected.json()).toMatchObject({
    response_action: 'errors',
    errors: { text: expect.stringMatching(/can’t keep this just now/) },
  })
  expect(await slack.inspect('messages', workspace.channel)).not.toContain('Your correction is kept')
  const scraped = await app.edge.metrics.text()
  expect(scraped).toMatch(/meshwise_db_done_without_total\{what="thread"\} [1-9]/)
  expect(scraped).toMatch(/meshwise_db_done_without_total\{what="correction"\} 1/)
  expect(app.logged.join('\n')).not.toMatch(/circuit|secret plan/)
}

test('a full disk keeps nobody from an answer', { timeout: 20_000 }, async () => {
  const other = new DatabaseSync(file)
  for (const table of ['claims', 'thread_contexts', 'corrections']) {
    other.exec(`create trigger full_${table} before insert on ${table} begin select raise(abort, 'disk is full'); end`)
  }
  other.close()
  await expectAnswers()
})

test('a database that is locked for long keeps nobody from an answer', { timeout: 20_000 }, async () => {
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  await expectAnswers()
  other.exec('rollback')
  other.close()
})
