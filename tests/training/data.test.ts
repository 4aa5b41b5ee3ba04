import { expect, it } from 'vitest'
import { readTrainingData } from '../../training/data.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const { questions, threads } = readTrainingData()
const knowledge = ownKnowledge()

it('names meshes and topics that exist', () => {
  const meshes = new Set(knowledge.meshes.map(({ id }) => id))
  const topics = new Set(knowledge.topics.map(({ id }) => id))
  const all = [...questions, ...threads.flatMap(({ turns }) => turns)]
  expect(all.filter((one) => one.meshes.some((id) => !meshes.has(id)))).toEqual([])
  expect(all.filter((one) => one.topics.some((id) => !topics.has(id)))).toEqual([])
})

it('has the questions for facts of a topic together', () => {
  const facts = questions.slice(0, questions.length - threads.length).filter(({ intent }) => intent === 'fact')
  const blocks = facts.map(({ topics }) => topics[0]).filter((topic, at, all) => topic !== all[at - 1])
  expect(blocks.filter((topic, at) => blocks.indexOf(topic) !== at)).toEqual([])
})
