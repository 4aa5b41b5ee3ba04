import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { answerStatus } from '../../src/answers/status.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { type Running, showAge, statusPage } from '../../src/pages/status-page.ts'
import { holdKnowledge, type KnowledgeHolder } from '../../src/service.ts'
import { toMessageText } from '../../src/slack/blocks/message-text.ts'
import { exampleQuestions } from '../../src/slack/examples.ts'
import { homePage } from '../../src/slack/home-page.ts'
import { fakeMeshwise } from '../helpers/fake-meshwise.ts'

const prompt = z.object({ title: z.string(), message: z.string() })
const loadedAt = new Date()
let holder: KnowledgeHolder

beforeAll(() => {
  const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, loadedAt.toISOString().slice(0, 10))
  if (!loaded.ok) throw new Error('the knowledge has problems')
  holder = holdKnowledge(loaded.knowledge, { createMeshwise, now: () => loadedAt })
})

const later = (milliseconds: number) => new Date(loadedAt.getTime() + milliseconds)

test.each([
  [0, 'less than a minute'],
  [59_999, 'less than a minute'],
  [60_000, '1 minute'],
  [3_599_999, '59 minutes'],
  [3_600_000, '1 hour'],
  [86_400_000, '1 day'],
  [400 * 86_400_000, '400 days'],
])('after %i ms the age is %s', (milliseconds, age) => {
  expect(showAge(loadedAt, later(milliseconds))).toBe(age)
})

test('there are four questions to begin with, and the command of each gives the answer to the question', () => {
  const { meshwise } = holder.current
  const examples = exampleQuestions(holder.current)
  expect(examples).toHaveLength(4)
  for (const { question, command } of examples) {
    expect(question.length).toBeLessThanOrEqual(75)
    expect(meshwise.answer(command).answer.headline).toBe(meshwise.ask(question).answer.headline)
  }
})

test('the questions to begin with are those that the manifest suggests', () => {
  const file = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')
  const { features } = z
    .object({ features: z.object({ agent_view: z.object({ suggested_prompts: z.array(prompt) }) }) })
    .parse(parse(file))
  const suggested = features.agent_view.suggested_prompts
  expect(suggested.map(({ message }) => message)).toEqual(
    exampleQuestions(holder.current).map(({ question }) => question),
  )
  for (const { title, message } of suggested) expect(title).toBe(message)
})

test('where none of these is answered, questions on the first meshes are asked', () => {
  const { meshwise } = holder.current
  const read = (text: string) => (text === 'Compare Cilium and Consul' ? meshwise : fakeMeshwise).read(text)
  const questions = exampleQuestions({ ...holder.current, meshwise: { ...meshwise, read } })
  expect(questions.map(({ question }) => question)).toEqual(['Compare Cilium and Consul'])
})

test('the Home tab says where its buttons are answered', () => {
  expect(toMessageText(homePage(holder.current, { now: later(0), command: '/mesh' }))).toMatch(
    /Messages tab.*buttons.*answered there/,
  )
})

test('the Home tab offers to compare, to choose and to estimate', () => {
  const [first = []] = homePage(holder.current, { now: later(0), command: '/mesh' }).choices
  expect(first.map((choice) => choice.kind === 'ask' && choice.command.kind)).toEqual([
    'compare',
    'recommend',
    'estimate',
  ])
})

test('the Home tab names the meshes and says how old the knowledge is', () => {
  expect(toMessageText(homePage(holder.current, { now: later(7_200_000), command: '/mesh' }))).toMatch(
    /Cilium.*Linkerd.*loaded 2 hours ago/s,
  )
})

const status = (running: Partial<Running>): string => {
  const answer = answerStatus(holder.current.knowledge)
  const { problems } = holder
  const page = statusPage(answer, { startedAt: loadedAt, loadedAt, now: later(0), problems, ...running })
  return toMessageText({ ...page, command: 'status' })
}

test('the status counts what there is', () => {
  const { knowledge } = holder.current
  const text = status({ startedAt: later(-86_400_000), now: later(60_000) })
  expect(text).toContain('Everything is in order')
  expect(text).toContain(`${knowledge.meshes.length} meshes, ${knowledge.topics.length} topics`)
  expect(text).toMatch(/Newest check of a fact: 20\d\d-\d\d-\d\d/)
  expect(text).toMatch(/Loaded: 1 minute ago/)
  expect(text).toMatch(/Running for: 1 day/)
})

test('the status shows what is wrong with the newest files, as text and not as markup', () => {
  holder.replace({ ok: false, problems: [{ file: 'a.yaml', line: 3, field: 'x', message: 'must not be <!channel>' }] })
  const text = status({})
  expect(text).toContain('have problems')
  expect(text).toMatch(/a\.yaml:3/)
  expect(text).not.toContain('<!channel>')
})
