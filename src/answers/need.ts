import { recommendAmong } from '../commands/make.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { inSentence } from '../wording.ts'
import type { NeedAnswer, Suggestion } from './answer.ts'
import type { Known } from './known.ts'

/** Whether to take a mesh at all: what speaks against one, what for it, and what to use until then. */
export function answerNeed({ knowledge, facts }: Known): NeedAnswer {
  const outcomes = knowledge.criteria?.outcomes ?? {}
  const without = outcomes['no-mesh-yet']
  return {
    kind: 'need',
    understood: 'Whether to use a mesh',
    headline: without
      ? `Not every team needs one: ${inSentence(without.argument)}`
      : 'I have nothing on whether a mesh is needed at all.',
    forOne: without ? [without.against, without.change] : [],
    signs: without?.signs.map(({ says }) => says) ?? [],
    instead: Object.values(outcomes).flatMap((outcome) =>
      outcome && outcome !== without ? [{ title: outcome.title, says: outcome.argument }] : [],
    ),
    sources: facts.cite([...new Set(Object.values(outcomes).flatMap((outcome) => outcome?.sources ?? []))]),
    suggestions: nextOf(knowledge),
  }
}

const nextOf = ({ terms }: Knowledge): Suggestion[] => [
  { label: 'Find out for my team', command: recommendAmong([]) },
  ...terms.flatMap(({ id, term }) =>
    id === 'service-mesh'
      ? [{ label: `What is a ${inSentence(term)}?`, command: { kind: 'define', term: id } as const }]
      : [],
  ),
]
