import { inSentence } from '../../wording.ts'
import { type AspectRow, sentence } from './aspect.ts'

/** What is so without any setting. */
export const byDefault: AspectRow = {
  asked: 'what is so by default',
  say: ({ default: what }) => what && sentence(`By default: ${inSentence(what)}`),
  fits: ({ kind, text }) => kind === 'default' || /\b(by default|defaults?|out of the box)\b/i.test(text),
}
