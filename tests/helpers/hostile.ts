import fc from 'fast-check'

/**
 * What a hostile text is made of, over and over: what regular expressions stumble over, what normalising multiplies, and
 * what our own readers look for.
 */
const pieces = [
  'a',
  'a ',
  'ab-',
  '1',
  '1 ',
  '1,',
  '1 000 ',
  '-',
  '- ',
  '<',
  '<@',
  '<a|',
  '&amp;',
  '&',
  '\n',
  '\t ',
  ' ',
  '"',
  '(',
  '[{',
  '=',
  'x=1 ',
  'cni=',
  'constraints.',
  '?',
  'a. ',
  '- a\n',
  '\uFDFA',
  '\uFDFA ',
  '\u0301',
  'a\u0301 ',
  '\u0130',
  '👩‍👩‍👧‍👦',
  '\u001b[31m',
  'not ',
  'and ',
  'or ',
  'istio ',
  'istiox ',
  'istio, linkerd or ',
  'istio vs linkerd on ',
  'mTLS ',
  'without mTLS, ',
  'we need mTLS. ',
  'which mesh should we use? ',
  '10 pods ',
  'under 5 ms ',
  'pods: 5 ',
  'two hundred and ',
  'https://a.example/b ',
] as const

/** A piece of a hostile text: one of those that are known to hurt, or one that nobody thought of. */
export const hostilePiece: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
)

/** A piece over and over, up to a length. */
export const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
