import { type AspectRow, sentence } from './aspect.ts'

/** When it goes, or went. */
export const until: AspectRow = {
  asked: 'until when',
  say: ({ until: when, maturity }) =>
    when ? sentence(when) : maturity === 'deprecated' ? 'It is deprecated.' : undefined,
  fits: ({ kind, text }) =>
    kind === 'until' ||
    /\b(deprecated|discontinued|ended|ends|end of|until|removed?|retired?|no longer|archived)\b/i.test(text),
}
