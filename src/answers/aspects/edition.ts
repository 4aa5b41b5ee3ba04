import type { AspectRow } from './aspect.ts'

/** Which edition has it, and so whether one has to pay. */
export const edition: AspectRow = {
  asked: 'which edition has it',
  isField: true,
  say({ edition: which, support }) {
    if (support === 'external') return undefined
    if (which === 'enterprise') return 'It is not free: only the paid (enterprise) edition has it.'
    return which === 'open-source' ? 'It is free: the open source edition has it.' : undefined
  },
  fits: ({ text }) =>
    /\b(enterprise|open.source|community edition|paid|free|licen[cs]e[ds]?|subscription)\b/i.test(text),
}
