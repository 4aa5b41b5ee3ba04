import { type AspectRow, sentence } from './aspect.ts'

/** From which version and date on it is so. */
export const since: AspectRow = {
  asked: 'since when',
  say: ({ since: when }) => when && sentence(`Since ${when}`),
  fits: ({ text }) =>
    /\b(since|from|as of|added in|new in|until) (v?\d+\.\d+|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)/.test(
      text,
    ),
}
