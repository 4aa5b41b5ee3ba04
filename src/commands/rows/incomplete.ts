import { notCoveredPage } from '../../pages/not-covered-page.ts'
import type { Row } from '../row.ts'

/** A command that can't be carried out as it stands. Nobody types it as such: what was typed gives it again. */
export const incomplete: Row<'incomplete'> = {
  names: [],
  readsOnly: true,
  parse: (rest) => ({ kind: 'words', words: rest, to: 'ask' }),
  spell: ({ said }) => said,
  answer: ({ title, problem, choices }) => ({
    kind: 'clarify',
    understood: title,
    headline: problem,
    suggestions: choices,
  }),
  about: () => ({ intent: 'none', meshes: [], modes: [], topics: [] }),
  page: notCoveredPage,
  facts: () => [],
  json: () => ({}),
}
