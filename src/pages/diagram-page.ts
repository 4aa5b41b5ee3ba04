import type { DiagramAnswer } from '../answers/answer.ts'
import { tell } from '../diagrams/scene.ts'
import { choiceRows } from './choices.ts'
import { asList } from './fact-details.ts'
import { type Laid, leadOf } from './page.ts'

/** A diagram, and the same in words: where pictures can't be shown, nothing is missing. */
export function diagramPage(answer: DiagramAnswer): Laid {
  const { scenes } = answer
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      {
        kind: 'picture',
        title: scenes.map(({ title }) => title).join(' and '),
        alt: scenes.map(tell).join(' '),
      },
      ...scenes.flatMap(({ title, story }) =>
        asList(
          scenes.length > 1 ? title : 'In words',
          story.map((says) => [says]),
        ),
      ),
      { kind: 'sources', sources: answer.sources },
    ],
    choices: choiceRows(answer.suggestions),
  }
}
