/**
 * What a line tells by its own words, whatever it is about: a number, a denial, a condition. A question for how long is
 * answered by a line with a stretch of time in it, one whether it is really so by a line that denies something.
 */
const cues: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['number', /(?<![\w.-])\d[\d,]*(?:\.\d+)?(?![\w.]*\d)/],
  [
    'time',
    /\b(?:\d[\d.,–-]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?)[ -]?(?:ms|milliseconds?|s|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|quarters?|years?)\b|\b(?:weekly|monthly|quarterly|yearly|daily|hourly)\b/i,
  ],
  ['version', /\b\d+\.\d+\b/],
  ['date', /\b20\d\d\b/],
  ['denial', /\b(?:not|no|cannot|can't|never|none|nothing|neither)\b/i],
  ['only', /\b(?:only|alone)\b/i],
  ['default', /\bdefaults?\b/i],
  ['must', /\b(?:must|needs?|requires?|required|has to)\b/i],
  ['condition', /\b(?:if|when|unless|without|while|until)\b/i],
  ['ended', /\b(?:deprecated|discontinued|ended|ends|end of|removed?|retired?|no longer|archived)\b/i],
  ['name', /[a-z][A-Z]|[-_/.][a-z]/],
  ['edition', /\b(?:enterprise|paid|buoyant|open source|community edition)\b/i],
  ['maturity', /\b(?:alpha|beta|stable|experimental)\b/i],
]

/** The names of the cues in a text. */
export const cuesIn = (text: string): readonly string[] =>
  cues.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
