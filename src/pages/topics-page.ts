import type { TopicsAnswer } from '../answers/answer.ts'
import { choiceRows } from './choices.ts'
import { bold, type Laid, leadOf } from './page.ts'

/** Everything that can be asked about, an area a line. */
export const topicsPage = (answer: TopicsAnswer): Laid => ({
  understood: answer.understood,
  lead: leadOf(answer.headline),
  parts: [
    {
      kind: 'list',
      called: 'area',
      items: answer.groups.map(({ group, topics }) => [
        bold(`${group.name}: `),
        topics.map(({ name }) => name).join(', '),
      ]),
    },
    { kind: 'note', text: ['Ask in your own words.'] },
  ],
  choices: choiceRows(answer.suggestions),
})
