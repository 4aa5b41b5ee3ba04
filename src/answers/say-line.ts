import type { Line } from '../facts/lines.ts'
import { firstSentence, inSentence } from '../wording.ts'
import { sentence } from './aspects/aspect.ts'
import { saySince } from './aspects/since.ts'

/** A line as a sentence of its own. */
export function sayLine({ kind, text, mode }: Line): string {
  if (kind === 'since' && !mode) return saySince(text)
  const lead = leads[kind] ?? ''
  const said = lead + (lead && kind !== 'via' ? inSentence(text) : text)
  return sentence(mode ? `${mode.name}: ${said}` : said)
}

/** What goes before a line that is no sentence, or not to be taken for a fact. */
const leads: Partial<Record<Line['kind'], string>> = {
  needs: 'It needs ',
  default: 'By default: ',
  unconfirmed: 'Not confirmed: ',
  via: 'Through ',
}

/** Two lines are told in one sentence where it gets no longer than this. */
const longestOfTwo = 340

/**
 * Lines of one fact in one sentence, as many as go into it, with what else these say. Of which mode a line holds need not
 * be said where the fact is of that mode. `all` are the lines of the fact.
 */
export function inOneSentence(
  lines: readonly Line[],
  all: readonly Line[],
  mode?: string,
): { readonly sentence: string; readonly rest: string; readonly told: readonly Line[] } {
  const said = lines.map((line) =>
    sayLine(mode !== undefined && line.mode?.id === mode ? { ...line, mode: undefined } : line),
  )
  const heads = said.map(firstSentence)
  const clauses = heads.map((head, at) => (at === 0 ? head : asClause(head, all)).replace(/\.$/, ''))
  const joined = `${clauses.join('; ')}.`
  const isOne = heads.length === 1 || joined.length > longestOfTwo
  const told = isOne ? lines.slice(0, 1) : lines
  const rests = told.map((_, at) => said[at]?.slice(heads[at]?.length ?? 0).trim())
  return { sentence: (isOne ? heads[0] : joined) ?? '', rest: rests.join(' ').trim(), told }
}

/** Little words that begin sentences. */
const opens =
  /^(?:An?|All|Almost|Also|Any|Anything|As|At|Before|After|Both|By|Each|Every|For|From|If|In|It|Its|Many|More|Most|Nearly|Never|No|None|Not|Nothing|On|Once|One|Only|Other|Several|Some|Still|Since|So|That|The|There|These|They|This|Through|To|Two|Unless|Until|What|When|Where|Which|While|With|Within|Without|You|Your)\b/

/** A sentence as what follows a semicolon: names keep their capital, which are those that are written so everywhere. */
function asClause(text: string, all: readonly Line[]): string {
  const [first = ''] = /^\p{Lu}\p{Ll}*\b/u.exec(text) ?? []
  const small = new RegExp(`\\b${first.toLowerCase()}\\b`)
  const isName = !opens.test(text) && !all.some((line) => small.test(line.text))
  return isName ? text : inSentence(text)
}
