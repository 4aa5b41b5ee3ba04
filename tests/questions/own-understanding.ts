import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { ownModel } from '../../src/questions/classifier/own-model.ts'
import type { ThreadContext } from '../../src/questions/question.ts'
import { createReader } from '../../src/questions/reading.ts'
import { createUnderstanding } from '../../src/questions/understand.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'

/** The understanding that ships, on our own knowledge. */
export function ownUnderstanding() {
  const loaded = loadKnowledge({ directory: process.env.KNOWLEDGE_DIR ?? ownKnowledgeDirectory }, lateEnough)
  if (!loaded.ok) throw new Error('the knowledge has problems: mesh knowledge check')
  const { knowledge } = loaded
  const { understand } = createUnderstanding(knowledge, createReader(knowledge, ownWords()), ownModel())
  return {
    knowledge,
    understand: (text: string, context?: ThreadContext) => {
      const { question, context: after } = understand(text, context)
      return { got: question, context: after }
    },
  }
}
