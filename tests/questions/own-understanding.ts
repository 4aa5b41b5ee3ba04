import { loadKnowledge, ownKnowledgeDirectory } from '../../src/knowledge/load.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import type { ThreadContext } from '../../src/questions/question.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'

/** The understanding that ships, on our own knowledge. */
export function ownUnderstanding() {
  const loaded = loadKnowledge({ directory: process.env.KNOWLEDGE_DIR ?? ownKnowledgeDirectory }, lateEnough)
  if (!loaded.ok) throw new Error('the knowledge has problems: mesh knowledge check')
  const { knowledge } = loaded
  const { ask } = createMeshwise(knowledge)
  return {
    knowledge,
    understand: (text: string, context?: ThreadContext) => {
      const { question, context: after } = ask(text, context)
      if (!question) throw new Error('a question is read as one')
      return { got: question, context: after }
    },
  }
}
