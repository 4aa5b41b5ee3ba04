import { listed } from '../../wording.ts'
import { type AspectRow, sentence } from './aspect.ts'

/** Through which resources, components or mechanisms. */
export const via: AspectRow = {
  asked: 'how',
  say: ({ via: names }) => (names.length > 0 ? sentence(`Through ${listed(names)}`) : undefined),
  fits: ({ kind }) => kind === 'via',
}
