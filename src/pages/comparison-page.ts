import type { Answer, WeighedRow } from '../answers/answer.ts'
import type { Scope } from '../commands/command.ts'
import { inBrief, inBriefHere } from '../facts/brief.ts'
import type { Fact, Named } from '../facts/fact.ts'
import { checkedSince } from '../facts/resolve.ts'
import { inSentence, showDate } from '../wording.ts'
import type { Catalogue } from './catalogue.ts'
import { choiceRows } from './choices.ts'
import { articlesOn, asList, explanation, foldOf, remarksOn, standingCell } from './fact-details.ts'
import { inWords, sourcesPart } from './fact-page.ts'
import { bold, type Laid, leadOf, type Part, type Pick, type Prose, plain, type Table } from './page.ts'
import { wordsOf } from './words-in.ts'

/** Meshes side by side: when to choose which, the table of what differs, and folded what is the same. */
export function comparisonPage(answer: Answer<'compare'>, catalogue: Catalogue): Laid {
  const [only, ...others] = answer.rows
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    ...(only && others.length === 0 ? oneTopic(only) : manyTopics(answer)),
    choices: choiceRows(answer.suggestions.slice(0, 1), [
      ...anotherArea(answer, catalogue),
      ...addMesh(answer, catalogue),
      ...answer.suggestions.slice(1).map((suggestion) => ({ kind: 'ask', ...suggestion }) as const),
    ]),
  }
}

type Body = Omit<Laid, 'understood' | 'lead' | 'choices'>

function oneTopic({ topic, facts }: WeighedRow): Body {
  const isBrief = facts.some((fact) => inBrief(fact) !== explanation(fact))
  return {
    parts: [
      ...(isBrief
        ? [
            {
              kind: 'table',
              header: ['Mesh', topic.name],
              rows: facts.map((fact) => [[bold(fact.mesh.name)], standingCell(fact)]),
            } as const,
          ]
        : asList(
            undefined,
            facts.map((fact): Prose => [bold(`${fact.mesh.name}: `), explanation(fact)]),
          )),
      sourcesPart(facts),
    ],
    folds: [...inWords(facts), ...remarksOn(facts)],
    details: articlesOn(facts),
  }
}

/** Of more meshes than these, when to choose which is folded: the table needs the room. */
const chosenAtOnce = 2

function manyTopics({ meshes, choose, rows }: Answer<'compare'>): Body {
  const [differing, alike] = partition(rows, ({ differs }) => differs)
  const [short, long] = partition(differing, ({ facts }) =>
    facts.every((fact) => wordsOf(standingCell(fact)) <= cellWords),
  )
  const [gaps, same] = partition(alike, ({ facts }) => facts.every(({ missing }) => missing))
  const reasons = asList(
    undefined,
    choose.map(({ mesh, when }): Prose => [bold(`Choose ${mesh} if `), inSentence(when)]),
  )
  return {
    parts: [...(meshes.length <= chosenAtOnce ? reasons : []), ...differences(meshes, short), sourcesOfRows(rows)],
    folds: [
      ...foldOf('Differences that take more words', asList(undefined, long.map(inList))),
      ...(meshes.length > chosenAtOnce ? foldOf('When to choose which', reasons) : []),
      ...foldOf('In another mode', asList(undefined, rows.flatMap(sayModes))),
      ...foldOf('The same', asList(undefined, same.map(sayShared))),
      ...foldOf(
        'Not looked for yet',
        asList(
          undefined,
          gaps.map(({ topic }) => [topic.name]),
        ),
      ),
    ],
  }
}

/** More words than these break a cell into too many lines. */
const cellWords = 6

const inList = (row: WeighedRow): Prose => [
  bold(`${row.topic.name}: `),
  row.facts.map((fact) => `${fact.mesh.name}: ${plain(cellWithMode(row, fact))}`).join('; '),
]

/** How a mesh stands, and in which mode it comes ahead of another that it comes after by itself. */
function cellWithMode({ modes }: WeighedRow, fact: Fact): Prose {
  const ahead = modes.filter((one) => one.isAhead && one.fact.mesh.id === fact.mesh.id)
  return [
    ...standingCell(fact),
    ...ahead.flatMap(({ mode, fact: inIt }): Prose => [`; ${inSentence(mode.name)}: `, ...standingCell(inIt)]),
  ]
}

/** How it stands on a topic in modes that change the order. */
const sayModes = ({ topic, modes }: WeighedRow): Prose[] =>
  modes.map(({ fact }): Prose => [bold(`${topic.name}, ${fact.mesh.name}: `), ...standingCell(fact)])

function partition<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))]
}

/** The topics that differ, those that decide most first. */
const differences = (meshes: readonly Named[], rows: readonly WeighedRow[]): Table[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          called: 'difference',
          header: ['Difference', ...meshes.map(({ name }) => name)],
          rows: rows.map((row) => [[bold(row.topic.name)], ...row.facts.map((fact) => cellWithMode(row, fact))]),
        },
      ]

const sayShared = ({ topic, facts }: WeighedRow): Prose => [
  bold(`${topic.name}: `),
  ...facts.slice(0, 1).map(inBriefHere),
]

/** Single topics name their sources; a whole area has too many of them for one card. */
function sourcesOfRows(rows: readonly WeighedRow[]): Part {
  const facts = rows.flatMap((row) => row.facts)
  if (rows.length <= 3) return sourcesPart(facts)
  const checked = checkedSince(facts)
  return {
    kind: 'note',
    text: [checked ? `Checked since ${showDate(checked)}; sources by topic.` : 'Sources by topic.'],
  }
}

const anotherArea = ({ command }: Answer<'compare'>, { areas }: Catalogue): Pick[] => {
  const overall = { label: 'Overall', scope: { kind: 'overall' } } as const
  const groups = areas.map(({ id, name }) => ({ label: name, scope: { kind: 'group', group: id } as const }))
  const isShown = (scope: Scope) => JSON.stringify(scope) === JSON.stringify(command.scope)
  return pick(
    'area',
    'Another area',
    [overall, ...groups]
      .filter(({ scope }) => !isShown(scope))
      .map(({ label, scope }) => ({ label, command: { ...command, scope } })),
  )
}

const addMesh = ({ command, meshes }: Answer<'compare'>, catalogue: Catalogue): Pick[] =>
  pick(
    'mesh',
    'Add a mesh',
    catalogue.meshes
      .filter(({ id }) => !meshes.some((mesh) => mesh.id === id))
      .map(({ id, name }) => ({
        label: name,
        command: { ...command, meshes: [...meshes.map((mesh) => mesh.id), id] },
      })),
  )

const pick = (id: string, label: string, options: Pick['options']): Pick[] =>
  options.length > 0 ? [{ kind: 'pick', id, label, options }] : []
