import type { Line } from '../facts/lines.ts'
import { firstSentence, inSentence } from '../wording.ts'
import { sentence } from './aspects/aspect.ts'
import { saySince } from './aspects/since.ts'

/** A line as a sentence of its own. */
export function sayLine({ kind, text, mode }: Line): string {
  if (kind === 'via') return sentence(`Through ${text}`)
  if (kind === 'since' && !mode) return saySince(text)
  const said = `${leads[kind] ?? ''}${leads[kind] ? inSentence(text) : text}`
  return sentence(mode ? `${mode.name}: ${said}` : said)
}

/** What goes before a line that is no sentence, or not to be taken for a fact. */
const leads: Partial<Record<Line['kind'], string>> = {
  needs: 'It needs ',
  default: 'By default: ',
  unconfirmed: 'Not confirmed: ',
}

/** Two lines are told in one sentence where it gets no longer than this. */
const longestOfTwo = 340

/**
 * Lines of one fact in one sentence, as many as go into it, with what else these say. Of which mode a line holds need not
 * be said where that mode is asked for.
 */
export function inOneSentence(
  lines: readonly Line[],
  mode?: string,
): { readonly sentence: string; readonly rest: string; readonly told: readonly Line[] } {
  const said = lines.map((line) =>
    sayLine(mode !== undefined && line.mode?.id === mode ? { ...line, mode: undefined } : line),
  )
  const heads = said.map(firstSentence)
  const joined = `${heads.map((head, at) => (at === 0 ? head : inSentence(head)).replace(/\.$/, '')).join('; ')}.`
  const isOne = heads.length === 1 || joined.length > longestOfTwo
  const told = isOne ? lines.slice(0, 1) : lines
  const rests = told.map((_, at) => said[at]?.slice(heads[at]?.length ?? 0).trim())
  return { sentence: (isOne ? heads[0] : joined) ?? '', rest: rests.join(' ').trim(), told }
}
