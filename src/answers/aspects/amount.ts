import { showRange } from '../../wording.ts'
import { type AspectRow, sentence } from './aspect.ts'

/** A number that counts something: in figures but not a version, or one that is written out. */
const number =
  /(?<![\w.-])\d[\d,]*(?:\.\d+)?(?![\w.]*\d)(?:\s?%)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|one (?:per|for|to|a)|no limit|unlimited)\b/i

/** How many there are, or how much it takes. */
export const amount: AspectRow = {
  asked: 'how much or how many',
  isField: true,
  say: ({ value }) => value && sentence(`${showRange(value.low, value.high, value.unit)} per ${value.per}`),
  fits: ({ kind, text }) => kind !== 'since' && kind !== 'until' && number.test(text),
}
