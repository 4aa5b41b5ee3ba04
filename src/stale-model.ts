import { resolve } from 'node:path'
import type { Knowledge } from './knowledge/knowledge.ts'
import { ownKnowledgeDirectory } from './knowledge/load.ts'
import { type Fingerprint, knowledgeFingerprint } from './questions/classifier/fingerprint.ts'

/**
 * What to tell whoever runs the service where the words of our own facts are no longer those that the reader of questions
 * was trained on. Other people's facts have other words, and need no training: undefined.
 */
export function staleModelWarning(
  directory: string,
  knowledge: Knowledge,
  trainedOn: Pick<Fingerprint, 'knowledge'>,
): string | undefined {
  if (resolve(directory) !== resolve(ownKnowledgeDirectory)) return undefined
  if (trainedOn.knowledge === knowledgeFingerprint(knowledge)) return undefined
  return 'Words in knowledge/ have changed since the reader of questions was trained on them: npm run train'
}
