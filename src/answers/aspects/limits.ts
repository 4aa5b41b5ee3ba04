import { type AspectRow, sentence } from './aspect.ts'

/** Where it fails. */
export const limits: AspectRow = {
  asked: 'its limits',
  say: ({ limits: all }) => (all.length > 0 ? all.map(sentence).join(' ') : undefined),
  fits: ({ kind }) => kind === 'limit',
}
