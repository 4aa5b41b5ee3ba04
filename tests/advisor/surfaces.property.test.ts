import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownOf } from '../../src/answers/known.ts'
import { recommendBy } from '../../src/commands/make.ts'
import { answerTo, pageOf } from '../../src/commands/table.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { recordOf } from '../../src/pages/record.ts'
import { validateMessage, validateView } from '../../src/playground/validate-blocks.ts'
import { messageOf } from '../../src/slack/blocks/message.ts'
import { recordMessage } from '../../src/slack/blocks/record-message.ts'
import { detailsView } from '../../src/slack/views/details-view.ts'
import { recommendView } from '../../src/slack/views/recommend-view.ts'
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
      expect(validateView(detailsView(pageOf(answer, catalogue)))).toEqual([])
      expect(validateView(recommendView(basis, { session: 's', step, requirements }))).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('Details have the total of each mesh, the card a fold of points where anything is weighed, or a button to Details', () => {
  fc.assert(
    fc.property(wildNeeds, (requirements) => {
      const answer = answerTo(recommendBy(requirements), known)
      const page = pageOf(answer, catalogue)
      const { text, blocks } = messageOf(answer, { shareable: false, catalogue })
      const { ranked } = answer.recommendation
      const details = JSON.stringify(detailsView(page))
      for (const { score, contributions } of ranked)
        if (contributions.length > 0) expect(details).toContain((Math.round(score * 1000) / 10).toFixed(1))
      const isWeighed = ranked.some(({ contributions }) => contributions.length > 0)
      const charts = (page.folds ?? []).flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'chart'))
      expect(charts).toHaveLength(isWeighed ? 1 : 0)
      const card = JSON.stringify(blocks)
      if (isWeighed) expect(card.includes('Points by criterion') || card.includes('"details"')).toBe(true)
      expect(text.startsWith('Recommendation')).toBe(true)
    }),
    { numRuns: 30 },
  )
}, 60_000)
