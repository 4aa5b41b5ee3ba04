import { inBrief, verdictWords } from '../facts/brief.ts'
import type { Fact } from '../facts/fact.ts'
import { showDate } from '../wording.ts'
import { bold, type List, type Part, type Prose, type Table } from './page.ts'
import { editionWords, maturityWords, showAmount, showMeasuredBy, showMetric } from './words.ts'

/** Everything known of one fact beyond its statement, what decides first. */
export function factDetails(fact: Fact): Part[] {
  return [
    ...asList(undefined, [...houseSays(fact), ...qualities(fact)]),
    ...asList('How its modes differ', fact.modes.map(sayMode)),
    ...asList('Limits worth knowing', limitsOf(fact)),
    ...asList('Said otherwise', objections(fact)),
    ...figures(fact),
  ]
}

/** What to hold against facts shown in brief: each remark names its mesh. */
export const remarksOn = (facts: readonly Fact[]): Part[] =>
  asList(
    'Worth knowing',
    facts.flatMap((fact) =>
      [...houseSays(fact), ...objections(fact)].map((remark): Prose => [bold(`${fact.mesh.name}: `), ...remark]),
    ),
    { cap: 6, more: 'Ask about one mesh to see all.' },
  )

/** A list, unless it would be empty. */
export const asList = (
  heading: string | undefined,
  items: readonly Prose[],
  { cap, more }: { cap?: number; more?: string } = {},
): List[] => (items.length > 0 ? [{ kind: 'list', heading, items, cap, more }] : [])

/** The standing of a fact in a table cell; a statement of the organisation itself is marked as such. */
export const standingCell = (fact: Fact): Prose =>
  fact.house?.support ? [inBrief(fact), ' (your organisation)'] : [inBrief(fact)]

/** A fact in words for a table cell: for one that is placed in an order, the reason for its place. */
export const explanation = (fact: Fact): string => fact.rank?.reason ?? fact.statement

function houseSays({ house, statement }: Fact): Prose[] {
  if (!house) return []
  return [
    [bold('Your organisation says: '), `${house.statement} (${house.author}, ${showDate(house.date)})`],
    [bold('The checked fact: '), statement],
  ]
}

function qualities(fact: Fact): Prose[] {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['Mode', fact.mode?.name],
    ['Why', fact.reason],
    ['In order of ease', fact.rank && `${inBrief(fact)}. ${fact.rank.reason}`],
    ['Conditions', fact.value?.conditions],
    ['Through', fact.via.length > 0 ? fact.via.join(', ') : undefined],
    ['By default', fact.default],
    ['Needs', fact.needs.length > 0 ? fact.needs.join('; ') : undefined],
    ['Since', fact.since],
    ['Until', fact.until],
    ['Maturity', fact.maturity && maturityWords[fact.maturity]],
    ['Edition', fact.edition && editionWords[fact.edition]],
  ]
  return entries.flatMap(([name, value]): Prose[] => (value ? [[bold(`${name}: `), value]] : []))
}

/** The figures behind a fact and behind its modes, each once. */
function figures({ figures, modes }: Fact): Table[] {
  const all = [...new Set([...figures, ...modes.flatMap((mode) => mode.figures)])]
  if (all.length === 0) return []
  return [
    {
      kind: 'table',
      heading: 'Published figures',
      header: ['Figure', 'Amount', 'Measured by', 'Conditions'],
      rows: all.map((figure) => [
        [showMetric(figure)],
        [showAmount(figure)],
        [showMeasuredBy(figure)],
        [figure.conditions],
      ]),
      cap: 4,
    },
  ]
}

const sayMode = (mode: Fact): Prose => {
  const standing = mode.value || mode.support ? `${inBrief(mode)}. ` : ''
  const statement =
    mode.reason && !mode.statement.includes(mode.reason) ? `${mode.statement} ${mode.reason}` : mode.statement
  return [bold(`${mode.mode?.name ?? 'Otherwise'}: `), `${standing}${statement}`]
}

const limitsOf = (fact: Fact): Prose[] => [
  ...fact.limits.map((limit): Prose => [limit]),
  ...fact.modes.flatMap((mode) =>
    mode.limits.map((limit): Prose => [bold(`${mode.mode?.name ?? 'Otherwise'}: `), limit]),
  ),
]

/** Where others say otherwise: the founding article, common belief, sources at odds, and what nobody could confirm. */
function objections({ article, belief, disagreement, unverified, statement }: Fact): Prose[] {
  return [
    ...(belief ? [[bold('Often said: '), `${ended(belief.said)} `, bold('Now: '), belief.now]] : []),
    ...(article && article.verdict !== 'holds'
      ? [
          [
            bold('The founding article said: '),
            `${ended(article.claim)} `,
            bold(`Now (${verdictWords[article.verdict]}): `),
            article.now ?? statement,
          ],
        ]
      : []),
    ...(disagreement ? [[bold('Sources disagree: '), disagreement]] : []),
    ...(unverified ? [[bold('Not confirmed: '), unverified]] : []),
  ]
}

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)
