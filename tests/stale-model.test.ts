import { describe, expect, it } from 'vitest'
import { ownKnowledgeDirectory } from '../src/knowledge/load.ts'
import { knowledgeFingerprint } from '../src/questions/classifier/fingerprint.ts'
import { staleModelWarning } from '../src/stale-model.ts'
import { ownKnowledge } from './helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const [topic, ...topics] = knowledge.topics
if (!topic) throw new Error('no topic')
const changed = { ...knowledge, topics: [{ ...topic, words: [...topic.words, 'zorbing'] }, ...topics] }
const trainedOn = { knowledge: knowledgeFingerprint(knowledge) }

describe('the warning that the model is stale', () => {
  it('comes where words of our own facts have changed', () => {
    expect(staleModelWarning(ownKnowledgeDirectory, changed, trainedOn)).toContain('npm run train')
    expect(staleModelWarning(`${ownKnowledgeDirectory}/`, changed, trainedOn)).toContain('npm run train')
  })

  it('does not come where they are the same', () => {
    expect(staleModelWarning(ownKnowledgeDirectory, knowledge, trainedOn)).toBeUndefined()
  })

  it('does not come with a directory of somebody else', () => {
    expect(staleModelWarning('/srv/facts', changed, trainedOn)).toBeUndefined()
  })
})
