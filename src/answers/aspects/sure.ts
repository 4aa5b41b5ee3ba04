import { showDate } from '../../wording.ts'
import { type AspectRow, sentence } from './aspect.ts'

/** How sure it is. */
export const sure: AspectRow = {
  asked: 'how sure that is',
  isField: true,
  say({ checked, sources, unverified, disagreement }) {
    if (checked === undefined) return 'Nobody has looked for this yet.'
    const count = `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}`
    const open = [
      ...(unverified ? [sentence(`Not confirmed: ${unverified}`)] : []),
      ...(disagreement ? [sentence(`Sources disagree: ${disagreement}`)] : []),
    ]
    return [
      `It was held against ${count} on ${showDate(checked)}.`,
      ...(open.length > 0 ? open : ['Nothing in it is left unconfirmed.']),
    ].join(' ')
  },
  fits: ({ kind }) => kind === 'unconfirmed',
}
