import { cuesIn } from '../../lines/cues.ts'
import type { AspectRow } from './aspect.ts'

/** How long it lasts, or how often it comes. */
export const duration: AspectRow = {
  asked: 'how long or how often',
  say: () => undefined,
  fits: ({ kind, text }) => kind !== 'since' && kind !== 'until' && cuesIn(text).includes('time'),
}
