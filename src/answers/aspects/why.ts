import { type AspectRow, sentence } from './aspect.ts'

/** Why it is as it is. */
export const why: AspectRow = {
  asked: 'why',
  say: ({ reason, rank }) => ((rank?.reason ?? reason) ? sentence(rank?.reason ?? reason ?? '') : undefined),
  fits: ({ kind }) => kind === 'reason',
}
