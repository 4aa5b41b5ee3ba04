import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownOf } from '../../src/answers/known.ts'
import { recommendBy } from '../../src/commands/make.ts'
import { answerTo } from '../../src/commands/table.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { recordOf } from '../../src/pages/record.ts'
import { validateMessage, validateView } from '../../src/playground/validate-blocks.ts'
import { messageOf } from '../../src/slack/blocks/message.ts'
import { recordMessage } from '../../src/slack/blocks/record-message.ts'
import { recommendView } from '../../src/slack/views/recommend-view.ts'
import { recommendationDetails } from '../../src/slack/views/recommendation-details.ts'
import { basis } from './basis.ts'
import { count, wildNeeds } from './wild-needs.ts'

const catalogue = catalogueOf(basis.knowledge)
const known = knownOf(basis.knowledge)

test('whatever is needed, the card, the record and both modals keep within every limit of Slack', () => {
  fc.assert(
    fc.property(wildNeeds, count(3), (requirements, step) => {
      const answer = answerTo(recommendBy(requirements), known)
      expect(validateMessage(messageOf(answer, { shareable: true, catalogue }))).toEqual([])
      expect(validateMessage(recordMessage(recordOf(answer, '2026-11-23')))).toEqual([])
      expect(validateView(recommendationDetails(answer))).toEqual([])
      expect(validateView(recommendView(basis, { session: 's', step, requirements }))).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('the card shows the same totals in the table and in the text, and the chart has a bar for each mesh', () => {
  fc.assert(
    fc.property(wildNeeds, (requirements) => {
      const answer = answerTo(recommendBy(requirements), known)
      const { text, blocks } = messageOf(answer, { shareable: false, catalogue })
      const { ranked } = answer.recommendation
      const all = JSON.stringify(blocks)
      for (const { score, contributions } of ranked)
        if (contributions.length > 0) expect(all).toContain(`"${(Math.round(score * 1000) / 10).toFixed(1)}"`)
      const isWeighed = ranked.some(({ contributions }) => contributions.length > 0)
      expect(blocks.some(({ type }) => type === 'data_visualization')).toBe(isWeighed)
      expect(text.startsWith('Recommendation')).toBe(true)
    }),
    { numRuns: 30 },
  )
}, 60_000)
