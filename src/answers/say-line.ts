import type { Line } from '../facts/lines.ts'
import { inSentence } from '../wording.ts'
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
