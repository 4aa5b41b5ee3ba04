import { sentencesIn } from '../wording.ts'
import type { Fact, Named } from './fact.ts'

/** One thing that a fact says, in a sentence or a few words. */
export interface Line {
  /** Which line of its fact it is, such as `limit.2` or `ambient.statement.1`. */
  readonly id: string
  readonly kind:
    | 'statement'
    | 'reason'
    | 'limit'
    | 'default'
    | 'needs'
    | 'via'
    | 'since'
    | 'until'
    | 'belief'
    | 'unconfirmed'
  readonly text: string
  /** The mode of which alone it is so. */
  readonly mode?: Named | undefined
}

/** What a fact says first: an organisation's own statement stands for ours. */
export const statementOf = ({ house, statement }: Pick<Fact, 'house' | 'statement'>): string =>
  house?.statement ?? statement

/** Everything that a fact says in words, what is weightiest first; what its modes say comes after. */
export const linesOf = (fact: Fact): readonly Line[] => [
  ...ownLines(fact),
  ...fact.modes.flatMap((mode) =>
    ownLines(mode).map((line) => ({ ...line, id: `${mode.mode?.id}.${line.id}`, mode: mode.mode })),
  ),
]

/** Lines of a fact by their ids, each once, in the order of these; those that it has not are left out. */
export function linesById(fact: Fact, ids: readonly string[]): readonly Line[] {
  const all = linesOf(fact)
  return [...new Set(ids)].flatMap((id) => all.find((line) => line.id === id) ?? [])
}

function ownLines(fact: Fact): Line[] {
  const all = (kind: Line['kind'], texts: readonly (string | undefined)[]): Line[] =>
    texts.flatMap((text) => text || []).map((text, at) => ({ id: `${kind}.${at + 1}`, kind, text }))
  return [
    ...all('statement', sentencesIn(statementOf(fact))),
    ...all('reason', sentencesIn(fact.reason ?? '')),
    ...all('limit', fact.limits),
    ...all('needs', fact.needs),
    ...all('default', [fact.default]),
    ...all('via', fact.via),
    ...all('since', fact.since?.split('; ') ?? []),
    ...all('until', fact.until?.split('; ') ?? []),
    ...all('belief', [fact.belief?.now]),
    ...all('unconfirmed', [fact.disagreement, fact.unverified]),
  ]
}

/** Whether a line is what a fact says first anyway. */
export const isOpening = (fact: Pick<Fact, 'house' | 'statement' | 'mode'>, { kind, mode, text }: Line): boolean =>
  kind === 'statement' && (!mode || mode.id === fact.mode?.id) && statementOf(fact).startsWith(text)

const unsure = new Set<Line['kind']>(['belief', 'unconfirmed'])

/** Whether a line says how it is, rather than what is believed or not known. */
export const isTold = ({ kind }: Line): boolean => !unsure.has(kind)

/** Where else to look: "For lifetimes see certificate rotation", "what it costs stands under pricing". */
const points = /^For .* see |\b(is|are|stands?) under /

/** Whether a line only points to another topic. */
export const isPointer = ({ text }: Pick<Line, 'text'>): boolean => points.test(text)

/** Whether a line by itself says something: the name of a setting does not, nor one that points to another topic. */
export const isSentence = (line: Line): boolean => isTold(line) && line.kind !== 'via' && !isPointer(line)
