import { factOn, helpCommand, topicsCommand } from '../commands/make.ts'
import { findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import { inSentence, listed } from '../wording.ts'
import type { NotCoveredAnswer, Suggestion } from './answer.ts'

/** That the knowledge does not cover a question, with the nearest topics to ask about instead. */
export function answerNone(
  knowledge: Knowledge,
  meshIds: readonly string[],
  nearestTopics: readonly string[],
  nothingOn?: string,
): NotCoveredAnswer {
  const meshes = knowledge.meshes.filter(({ id }) => meshIds.includes(id))
  const topics = nearestTopics.flatMap((id) => findTopic(knowledge, id) ?? []).slice(0, 3)
  const suggestions: Suggestion[] = topics.map(({ id, title }) => ({
    label: title,
    command: factOn(
      meshes.slice(0, 1).map((mesh) => mesh.id),
      id,
    ),
  }))
  const nearest = topics.map(({ title }) => inSentence(title))
  return {
    kind: 'none',
    understood: 'Not covered',
    headline:
      (nothingOn === undefined
        ? "I don't have a checked fact for that, and I don't guess."
        : `I have nothing on ${nothingOn}, and I don't guess.`) +
      ` I compare ${listed(knowledge.meshes.map(({ name }) => name))}.` +
      (nearest.length > 0 ? ` The nearest that I know of: ${listed(nearest, 'or')}.` : ''),
    ...(nothingOn === undefined ? {} : { nothingOn }),
    suggestions: [
      ...suggestions,
      { label: 'All topics', command: topicsCommand },
      { label: 'What I can do', command: helpCommand },
    ],
  }
}

/** That a question was in another language. */
export const answerForeign = ({ meshes }: Knowledge): NotCoveredAnswer => ({
  kind: 'none',
  understood: 'English only',
  headline: `I read English only: please ask about ${listed(meshes.map(({ name }) => name))} in English.`,
  suggestions: [{ label: 'What I can do', command: helpCommand }],
})
