import type { AspectRow } from './aspect.ts'

/** A stretch of time: a number of hours, days or the like, or one that is written out. */
const time =
  /\b(?:\d[\d.,–-]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?)[ -]?(?:ms|milliseconds?|s|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|quarters?|years?)\b|\b(?:weekly|monthly|quarterly|yearly|daily|hourly)\b/i

/** How long it lasts, or how often it comes. */
export const duration: AspectRow = {
  asked: 'how long or how often',
  say: () => undefined,
  fits: ({ kind, text }) => kind !== 'since' && kind !== 'until' && time.test(text),
}
