import { expect, test } from 'vitest'
import type { Answer } from '../../../src/answers/answer.ts'
import { answerBest } from '../../../src/answers/best.ts'
import { answerCompare, groupScope, overall, topicScope } from '../../../src/answers/compare.ts'
import { answerTerm, answerTopic } from '../../../src/answers/define.ts'
import { answerFact } from '../../../src/answers/fact.ts'
import { answerMigrate } from '../../../src/answers/migrate.ts'
import { answerProfile } from '../../../src/answers/profile.ts'
import { answerSources } from '../../../src/answers/sources.ts'
import { answerTopics } from '../../../src/answers/topics.ts'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../../src/knowledge/load.ts'
import { catalogueOf } from '../../../src/pages/catalogue.ts'
import { validateMessage } from '../../../src/playground/validate-blocks.ts'
import { messageOf } from '../../../src/slack/blocks/message.ts'

const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, '2099-01-01')
if (!loaded.ok) throw new Error('the knowledge is broken: run mesh knowledge check')
const { knowledge } = loaded
const { meshes, topics, groups, terms } = knowledge
const catalogue = catalogueOf(knowledge)

/** Every answer of a kind that our own knowledge can give. */
const all = {
  fact: meshes.flatMap((mesh) => topics.map((topic) => answerFact(knowledge, [mesh], [topic]))),
  'fact of all meshes': topics.map((topic) => answerFact(knowledge, [], [topic])),
  'compare overall': [answerCompare(knowledge, meshes, overall(knowledge))],
  'compare on a topic': topics.map((topic) => answerCompare(knowledge, meshes, topicScope([topic]))),
  'compare on an area': groups.map(({ id }) => compareOnArea(knowledge, id)),
  'compare in pairs': pairs(knowledge).map((pair) => answerCompare(knowledge, pair, overall(knowledge))),
  best: topics.flatMap((topic) => [answerBest(knowledge, topic, 'best'), answerBest(knowledge, topic, 'worst')]),
  profile: meshes.map((mesh) => answerProfile(knowledge, mesh)),
  'define a term': terms.map((term) => answerTerm(knowledge, term)),
  'define a topic': topics.map((topic) => answerTopic(knowledge, topic)),
  migrate: [
    ...pairs(knowledge).map(([from, to]) => answerMigrate(knowledge, from, to)),
    answerMigrate(knowledge, undefined, undefined),
  ],
  sources: meshes.map((mesh) => answerSources(knowledge, mesh, [])),
  topics: [answerTopics(knowledge)],
} as const satisfies Record<string, readonly Answer[]>

function compareOnArea(knowledge: Knowledge, id: string): Answer {
  const scope = groupScope(knowledge, id)
  if (!scope) throw new Error(id)
  return answerCompare(knowledge, knowledge.meshes, scope)
}

function pairs({ meshes }: Knowledge) {
  return meshes.flatMap((one) => meshes.filter((other) => other !== one).map((other) => [one, other] as const))
}

test.each(Object.entries(all))(
  '%s: every card of our own knowledge is valid, and no text in it is cut',
  (_, answers) => {
    for (const answer of answers) {
      const card = messageOf(answer, { shareable: true, command: 'help', catalogue })
      expect(validateMessage(card), answer.understood).toEqual([])
      expect(JSON.stringify(card.blocks), answer.understood).not.toContain('Shortened to fit a message')
    }
  },
)
