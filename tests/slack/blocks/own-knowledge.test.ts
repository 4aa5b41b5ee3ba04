import { expect, test } from 'vitest'
import type { Answer } from '../../../src/answers/answer.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../../../src/knowledge/load.ts'
import { catalogueOf } from '../../../src/pages/catalogue.ts'
import { validateMessage } from '../../../src/playground/validate-blocks.ts'
import { messageOf } from '../../../src/slack/blocks/message.ts'
import { commandsOf } from '../../helpers/run-command.ts'

const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, '2099-01-01')
if (!loaded.ok) throw new Error('the knowledge is broken: run mesh knowledge check')
const { knowledge } = loaded
const { run } = commandsOf(knowledge)
const catalogue = catalogueOf(knowledge)
const meshes = knowledge.meshes.map(({ id }) => id)
const topics = knowledge.topics.map(({ id }) => id)
const pairs = meshes.flatMap((one) => meshes.filter((other) => other !== one).map((other) => `${one} ${other}`))

/** Every answer of a kind that our own knowledge can give. */
const all = {
  fact: meshes.flatMap((mesh) => topics.map((topic) => run(`fact ${mesh} on ${topic}`))),
  'fact of all meshes': topics.map((topic) => run(`fact all on ${topic}`)),
  'compare overall': [run('compare all')],
  'compare on a topic': topics.map((topic) => run(`compare all on ${topic}`)),
  'compare on an area': knowledge.groups.map(({ id }) => run(`compare all on ${id}`)),
  'compare in pairs': pairs.map((pair) => run(`compare ${pair}`)),
  best: topics.flatMap((topic) => [run(`best all on ${topic}`), run(`worst all on ${topic}`)]),
  profile: meshes.map((mesh) => run(`show ${mesh}`)),
  'define a term': knowledge.terms.map(({ id }) => run(`define ${id}`)),
  'define a topic': topics.map((topic) => run(`define ${topic}`)),
  migrate: [...pairs.map((pair) => run(`migrate ${pair}`)), run('migrate')],
  sources: meshes.map((mesh) => run(`sources ${mesh}`)),
  topics: [run('topics')],
  help: [run('help')],
} as const satisfies Record<string, readonly Answer[]>

test.each(Object.entries(all))(
  '%s: every card of our own knowledge is valid, and no text in it is cut',
  (_, answers) => {
    for (const answer of answers) {
      const card = messageOf(answer, { shareable: true, catalogue })
      expect(validateMessage(card), answer.understood).toEqual([])
      expect(JSON.stringify(card.blocks), answer.understood).not.toContain('Shortened to fit a message')
    }
  },
)
