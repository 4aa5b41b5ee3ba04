import type { KnownBlock, ModalView, PlainTextElement, RichTextBlock } from '@slack/types'
import { nameOf } from '../../advisor/candidates.ts'
import { outcomeName } from '../../advisor/outcome.ts'
import { sayMove } from '../../advisor/say.ts'
import type { RecommendAnswer } from '../../answers/answer.ts'
import { showPoints } from '../../answers/recommend.ts'
import { clip } from '../../pages/clip.ts'
import { type Prose, plain } from '../../pages/page.ts'
import { contributionLines } from '../../pages/recommendation-page.ts'
import { inSentence } from '../../wording.ts'
import { linkable } from '../blocks/markup.ts'

/** Everything behind a recommendation: each criterion of each mesh with its facts, and every change that would flip it. */
export function recommendationDetails({ recommendation, basis, headline }: RecommendAnswer): ModalView {
  const { ranked, eliminated, flips, checks, objection } = recommendation
  return {
    type: 'modal',
    title: text('Recommendation', 24),
    close: text('Close', 24),
    blocks: [
      { type: 'section', text: text(headline, 3_000) },
      ...ranked.flatMap((one) => [
        header(`${nameOf(one.candidate)}: ${showPoints(one.score)} of 100`),
        list(contributionLines(one)),
      ]),
      ...listUnder(
        'Ruled out',
        eliminated.map(({ candidate, constraint, meeting }) => [
          `${nameOf(candidate)}, ${inSentence(constraint.title)}: ${meeting.but ?? meeting.fact.statement}`,
        ]),
      ),
      ...listUnder(
        'What would change the outcome',
        flips.map((flip) => [`${outcomeName(flip.becomes)} ${sayMove(basis, flip)}`]),
      ),
      ...(objection ? listUnder('The strongest argument against the first', [[objection.text]]) : []),
      ...listUnder(
        'To verify in a proof of concept',
        checks.map(
          (check): Prose => [
            `${check.title}: ${check.text} `,
            ...check.sources.slice(0, 2).flatMap(({ title, url }): Prose => [{ text: title, url }, ' ']),
          ],
        ),
      ),
    ],
  }
}

const text = (words: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(words, max),
  emoji: false,
})

const header = (words: string): KnownBlock => ({ type: 'header', text: text(words, 150) })

const listUnder = (title: string, items: readonly Prose[]): KnownBlock[] =>
  items.length > 0 ? [header(title), list(items)] : []

const list = (items: readonly Prose[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: items.map((item) => ({
        type: 'rich_text_section',
        elements: item
          .filter((piece) => plain([piece]) !== '')
          .map((piece) => {
            if (typeof piece === 'string') return { type: 'text', text: piece } as const
            const url = linkable(piece.url)
            if (url) return { type: 'link', url, text: piece.text } as const
            return {
              type: 'text',
              text: piece.text,
              ...(piece.style ? { style: { [piece.style]: true } } : {}),
            } as const
          }),
      })),
    },
  ],
})
