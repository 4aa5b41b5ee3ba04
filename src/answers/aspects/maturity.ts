import { type AspectRow, sentence } from './aspect.ts'

/** What the project itself says of how ready it is. */
export const maturity: AspectRow = {
  asked: 'how mature it is',
  isField: true,
  say: ({ maturity: which, since }) => which && sentence(`It is ${which}${since ? `, since ${since}` : ''}`),
  fits: ({ text }) =>
    /\b(alpha|beta|stable|experimental|generally available|production|preview|graduated|not ready)\b/i.test(text),
}
