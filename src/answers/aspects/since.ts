import { type AspectRow, sentence } from './aspect.ts'

/** A version or a year, with nothing before it but its product, and no "since" of its own. */
const isVersion = /^(?!.*\bsince\b)(?:\p{Lu}[\p{L}-]* (?:Enterprise )?)?v?\d/u

/** A version from which something is so, as a sentence. */
export const saySince = (when: string): string => sentence(isVersion.test(when) ? `Since ${when}` : when)

/** From which version and date on it is so. */
export const since: AspectRow = {
  asked: 'since when',
  say: ({ since: when }) => when && saySince(when),
  fits: ({ kind, text }) =>
    kind === 'since' ||
    /\b(since|from|as of|added in|new in|until) (v?\d+\.\d+|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)/.test(
      text,
    ),
}
