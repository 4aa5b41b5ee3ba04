import { type AspectRow, sentence } from './aspect.ts'

/** From which version and date on it is so. */
export const since: AspectRow = {
  asked: 'since when',
  say: ({ since: when }) => when && sentence(`Since ${when}`),
}
