import { expect, it } from 'vitest'
import { resolveFacts } from '../../src/facts/facts.ts'
import { linesOf } from '../../src/facts/lines.ts'
import { readTrainingData } from '../../training/data.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const { questions, threads, lines } = readTrainingData()
const knowledge = ownKnowledge()

it('names meshes and topics that exist', () => {
  const meshes = new Set(knowledge.meshes.map(({ id }) => id))
  const topics = new Set(knowledge.topics.map(({ id }) => id))
  const all = [...questions, ...threads.flatMap(({ turns }) => turns)]
  expect(all.filter((one) => one.meshes.some((id) => !meshes.has(id)))).toEqual([])
  expect(all.filter((one) => one.topics.some((id) => !topics.has(id)))).toEqual([])
})

it('has the questions for facts of a topic together', () => {
  const own = questions.slice(0, questions.length - threads.length - lines.length)
  const facts = own.filter(({ intent }) => intent === 'fact')
  const blocks = facts.map(({ topics }) => topics[0]).filter((topic, at, all) => topic !== all[at - 1])
  expect(blocks.filter((topic, at) => blocks.indexOf(topic) !== at)).toEqual([])
})

it('has questions whose lines still stand in their facts', () => {
  const facts = resolveFacts(knowledge)
  const answered = lines.filter(({ answers }) => answers.length > 0)
  const standing = answered.filter(({ mesh, topic, answers }) =>
    linesOf(facts.of(mesh, topic)).some(({ text }) => answers.includes(text)),
  )
  // Facts are reworded without their questions, which is fine as long as most still teach lines.
  expect(standing.length / answered.length).toBeGreaterThan(0.7)
})
