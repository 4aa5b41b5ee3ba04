import { bold, type Part } from '../pages/page.ts'
import type { Evidence, Question } from '../questions/question.ts'
import { sayFeature } from './say-feature.ts'

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
    ...(evidence.length === 0 ? [] : evidenceParts(evidence)),
  ]
}

const evidenceParts = (evidence: readonly Evidence[]): Part[] => [
  {
    kind: 'table',
    header: ['Seen', 'Taken for', 'Weight'],
    rows: evidence.map((one) => [[seen(one)], [one.means], [one.weight.toFixed(2)]]),
  },
  { kind: 'note', text: ['Words are shown by their stems: “polici” is policy or policies.'] },
]

/** What speaks for an intent or a topic is a feature of a classifier; everything else are words of the question. */
const seen = ({ words, means }: Evidence): string =>
  /^(intent|topic) \S+$/.test(means) ? sayFeature(words) : `“${words}”`
