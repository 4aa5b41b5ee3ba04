import { helpCommand } from '../commands/make.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { StatusAnswer } from './answer.ts'

/** How much is known, and when a fact was last checked. */
export function answerStatus({ meshes, topics, sources }: Knowledge): StatusAnswer {
  const checks = meshes.flatMap(({ facts }) => Object.values(facts).map(({ checked }) => checked))
  return {
    kind: 'status',
    understood: 'Status',
    headline: 'Everything is in order.',
    meshes: meshes.length,
    topics: topics.length,
    sources: sources.size,
    newestCheck: checks.sort().at(-1),
    suggestions: [{ label: 'Help', command: helpCommand }],
  }
}
