import { bold, type Part } from '../cards/page.ts'
import type { Question } from '../questions/question.ts'

/** How a question was understood, for `--explain`. */
export function explainReading(question: Question): Part[] {
  const { intent, meshes, topics, groups, confidence, alternatives, order, negated, evidence } = question
  const entries: readonly (readonly [string, string])[] = [
    ['Intent', intent],
    ['Meshes', meshes.join(', ') || 'none in particular'],
    ['Topics', topics.join(', ') || 'none'],
    ['Areas', groups.join(', ') || 'none'],
    ['Order', negated ? `${order}, negated` : order],
    ['Confidence', confidence.toFixed(2)],
    ['Next likely', alternatives.join(', ') || 'none'],
  ]
  return [
    {
      kind: 'list',
      heading: 'How this was understood',
      items: entries.map(([name, value]) => [bold(`${name}: `), value]),
    },
    ...(evidence.length === 0
      ? []
      : [
          {
            kind: 'table',
            header: ['Words', 'Taken for', 'Weight'],
            rows: evidence.map(({ words, means, weight }) => [[words], [means], [weight.toFixed(2)]]),
          } as const,
        ]),
  ]
}
