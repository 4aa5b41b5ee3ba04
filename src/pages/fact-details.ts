import { inBrief, verdictWords } from '../facts/brief.ts'
import type { Fact } from '../facts/fact.ts'
import { showDate } from '../wording.ts'
import { bold, type Fold, type List, type Part, type Prose } from './page.ts'
import { editionWords, maturityWords, showAmount, showMeasuredBy, showMetric, supportMarks } from './words.ts'

/** How many lines stand below a fact before anything is opened. */
const seenAtOnce = 3

/** What of a fact changes what one does, beyond what is said of it first: the weightiest lines. */
export const factLines = (fact: Fact, said: string): Part[] =>
  asList(undefined, weighty(fact, said).slice(0, seenAtOnce))

/** Everything known of one fact beyond what is said of it first and these lines, by what it is. */
export const factFolds = (fact: Fact, said: string): Fold[] => [
  ...foldOf(fact.modes.length > 0 ? 'Modes and limits' : 'More on this', [
    ...asList(undefined, [...fact.modes.map(sayMode), ...weighty(fact, said).slice(seenAtOnce), ...particulars(fact)]),
  ]),
  ...foldOf('Often said, disputed, not confirmed', asList(undefined, objections(fact))),
  ...foldOf('Published figures', asList(undefined, figures(fact))),
]

/** What to hold against facts shown in brief: each remark names its mesh. */
export const remarksOn = (facts: readonly Fact[]): Fold[] =>
  foldOf(
    'Often said, disputed, not confirmed',
    asList(
      undefined,
      facts.flatMap((fact) =>
        [...houseSays(fact), ...objections(fact)].map((remark): Prose => [bold(`${fact.mesh.name}: `), ...remark]),
      ),
    ),
  )

/** What an article claimed that started all this, and what became of it: for Details alone. */
export const articlesOn = (facts: readonly Fact[]): Fold[] =>
  foldOf(
    'What the founding article said',
    asList(
      undefined,
      facts.flatMap(({ article, mesh, statement }): Prose[] =>
        article && article.verdict !== 'holds'
          ? [
              [
                bold(`${mesh.name}: `),
                `${ended(article.claim)} Now (${verdictWords[article.verdict]}): ${article.now ?? statement}`,
              ],
            ]
          : [],
      ),
    ),
  )

/** A list, unless it would be empty. `cap`: how many of it are seen at once. */
export const asList = (heading: string | undefined, items: readonly Prose[], { cap }: { cap?: number } = {}): List[] =>
  items.length > 0 ? [{ kind: 'list', heading, items, cap }] : []

/** A fold, unless it would be empty. */
export const foldOf = (title: string, parts: readonly Part[]): Fold[] => (parts.length > 0 ? [{ title, parts }] : [])

/**
 * The standing of a fact in a table cell, with a mark that is seen at a glance before the words; a statement of the
 * organisation itself is marked as such.
 */
export function standingCell(fact: Fact): Prose {
  const mark = supportMarks(fact)
  const said = `${mark ? `${mark} ` : ''}${inBrief(fact)}`
  return fact.house?.support ? [said, ' (your organisation)'] : [said]
}

/** A fact in words: for one that is placed in an order, the reason for its place. */
export const explanation = (fact: Fact): string => fact.rank?.reason ?? fact.statement

function houseSays({ house, statement }: Fact): Prose[] {
  if (!house) return []
  return [
    [bold('Your organisation says: '), `${house.statement} (${house.author}, ${showDate(house.date)})`],
    [bold('The checked fact: '), statement],
  ]
}

/** Lines that change what one does, the weightiest first. */
/** A shorter text may stand in another sentence by chance. */
const telling = 20

/** What is said already, in a clause without its capital and its full stop, needs no line of its own. */
function unsaid(said: string, text: string | undefined): string | undefined {
  const clause = text?.toLowerCase().replace(/\.$/, '') ?? ''
  return clause.length >= telling && said.toLowerCase().includes(clause) ? undefined : text
}

const weighty = (fact: Fact, said: string): Prose[] => [
  ...houseSays(fact),
  ...labelled([
    ['Mode', fact.mode?.name],
    ['Why', fact.reason],
    ['Edition', fact.edition === 'enterprise' ? editionWords.enterprise : undefined],
    ['Maturity', fact.maturity && fact.maturity !== 'stable' ? maturityWords[fact.maturity] : undefined],
    ['Until', fact.until],
    ['Needs', fact.needs.length > 0 ? fact.needs.join('; ') : undefined],
    ['By default', unsaid(said, fact.default)],
  ]),
  ...fact.limits.flatMap((limit): Prose[] => (unsaid(said, limit) === undefined ? [] : [[limit]])),
  ...fact.modes.flatMap((mode) =>
    mode.limits.map((limit): Prose => [bold(`${mode.mode?.name ?? 'Otherwise'}: `), limit]),
  ),
]

const particulars = (fact: Fact): Prose[] =>
  labelled([
    ['In order of ease', fact.rank && `${inBrief(fact)}. ${fact.rank.reason}`],
    ['Conditions', fact.value?.conditions],
    ['Through', fact.via.length > 0 ? fact.via.join(', ') : undefined],
    ['Since', fact.since],
    ['Maturity', fact.maturity === 'stable' ? maturityWords.stable : undefined],
    ['Edition', fact.edition === 'open-source' ? editionWords['open-source'] : undefined],
  ])

const labelled = (entries: readonly (readonly [string, string | undefined])[]): Prose[] =>
  entries.flatMap(([name, value]): Prose[] => (value ? [[bold(`${name}: `), value]] : []))

/** The figures behind a fact and behind its modes, each once. */
const figures = ({ figures, modes }: Fact): Prose[] =>
  [...new Set([...figures, ...modes.flatMap((mode) => mode.figures)])].map(
    (figure): Prose => [
      bold(`${showAmount(figure)}: `),
      `${showMetric(figure)}, ${showMeasuredBy(figure)}; ${figure.conditions}`,
    ],
  )

const sayMode = (mode: Fact): Prose => {
  const standing = mode.value || mode.support ? `${inBrief(mode)}. ` : ''
  const statement =
    mode.reason && !mode.statement.includes(mode.reason) ? `${mode.statement} ${mode.reason}` : mode.statement
  return [bold(`${mode.mode?.name ?? 'Otherwise'}: `), `${standing}${statement}`]
}

/** Where others say otherwise: common belief, sources at odds, and what nobody could confirm. */
function objections({ belief, disagreement, unverified }: Fact): Prose[] {
  return [
    ...(belief ? [[bold('Often said: '), `${ended(belief.said)} `, bold('Now: '), belief.now]] : []),
    ...(disagreement ? [[bold('Sources disagree: '), disagreement]] : []),
    ...(unverified ? [[bold('Not confirmed: '), unverified]] : []),
  ]
}

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)
