import type { Answer, WeighedRow } from '../answers/answer.ts'
import type { Scope } from '../commands/command.ts'
import { inBriefHere } from '../facts/brief.ts'
import type { Named } from '../facts/fact.ts'
import { checkedSince } from '../facts/resolve.ts'
import { inSentence, listed, showDate } from '../wording.ts'
import type { Catalogue } from './catalogue.ts'
import { choiceRows } from './choices.ts'
import { asList, explanation, remarksOn, standingCell } from './fact-details.ts'
import { restOfTopic, sourcesPart } from './fact-page.ts'
import { bold, type Laid, leadOf, type Part, type Pick, type Table } from './page.ts'

/**
 * Meshes side by side: the differences that decide, the table of what differs, then what is the same. Overall it is one
 * screen, and the areas have the rest.
 */
export function comparisonPage(answer: Answer<'compare'>, catalogue: Catalogue): Laid {
  const [only, ...others] = answer.rows
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: only && others.length === 0 ? oneTopic(only) : manyTopics(answer),
    choices: choiceRows(answer.suggestions, [...anotherArea(answer, catalogue), ...addMesh(answer, catalogue)]),
  }
}

const oneTopic = ({ topic, facts }: WeighedRow): Part[] => [
  {
    kind: 'table',
    header: ['Mesh', topic.name, 'In words'],
    rows: facts.map((fact) => [[bold(fact.mesh.name)], standingCell(fact), [explanation(fact)]]),
  },
  ...remarksOn(facts),
  sourcesPart(facts, restOfTopic(facts)),
]

function manyTopics({ meshes, command, deciding, rows, headline }: Answer<'compare'>): Part[] {
  const differing = rows.filter(({ differs }) => differs)
  const [gaps, same] = partition(
    rows.filter(({ differs }) => !differs),
    ({ facts }) => facts.every(({ missing }) => missing),
  )
  const most = command.scope.kind === 'overall' ? screen : everything
  const others = deciding.filter((sentence) => sentence !== headline)
  return [
    ...asList(
      'What decides',
      others.map((sentence) => [sentence]),
    ),
    ...differences(meshes, differing.slice(0, most.rows)),
    ...furtherDifferences(differing.slice(most.rows)),
    ...inShort('The same', same, most.named, sayShared),
    ...inShort('Not looked for yet', gaps, most.named, ({ topic }) => inSentence(topic.name)),
    sourcesOfRows(rows),
  ]
}

/** How much of a comparison is shown: rows of differences, and topics named in a sentence. */
interface Most {
  readonly rows: number
  readonly named: number
}

/** An overall comparison fits one screen of a chat however much is known. */
const screen: Most = { rows: 12, named: 5 }
/** An area, or the topics that somebody asked for, is where all of it can be seen. */
const everything: Most = { rows: Number.POSITIVE_INFINITY, named: Number.POSITIVE_INFINITY }

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
          heading: 'Differences',
          header: ['Topic', ...meshes.map(({ name }) => name)],
          rows: rows.map(({ topic, facts }) => [[bold(topic.name)], ...facts.map(standingCell)]),
          more: 'Compare on one of them to see it.',
        },
      ]

/** How many areas are named that have further differences. */
const namedAreas = 3

/** Differences that decide less: how many there are, and where. */
function furtherDifferences(rows: readonly WeighedRow[]): Part[] {
  if (rows.length === 0) return []
  const areas = [...Map.groupBy(rows, ({ area }) => area.name)]
    .map(([name, { length }]) => ({ name, length }))
    .sort((a, b) => b.length - a.length)
  const named = areas.slice(0, namedAreas)
  const elsewhere = rows.length - named.reduce((sum, { length }) => sum + length, 0)
  const counts = named.map(({ name, length }) => `${length} in ${inSentence(name)}`)
  return [
    {
      kind: 'paragraph',
      text: [
        bold(`${rows.length} more differ: `),
        `${listed([...counts, ...(elsewhere > 0 ? [`${elsewhere} elsewhere`] : [])])}. Choose an area below to see them.`,
      ],
    },
  ]
}

/** Topics in one sentence: all of them, or how many there are and a few of them. */
function inShort(heading: string, rows: readonly WeighedRow[], most: number, say: (row: WeighedRow) => string): Part[] {
  if (rows.length === 0) return []
  const named = rows.slice(0, most).map(say).join('; ')
  const text =
    rows.length > most
      ? [bold(`${heading} on ${rows.length}, `), `among them ${named}.`]
      : [bold(`${heading}: `), `${named}.`]
  return [{ kind: 'paragraph', text }]
}

const sayShared = ({ topic, facts }: WeighedRow): string =>
  `${inSentence(topic.name)} (${facts.slice(0, 1).map(inBriefHere)})`

/** Single topics name their sources; a whole area has too many of them for one card. */
function sourcesOfRows(rows: readonly WeighedRow[]): Part {
  const facts = rows.flatMap((row) => row.facts)
  if (rows.length <= 3) return sourcesPart(facts, 'sources MESH')
  const checked = checkedSince(facts)
  return {
    kind: 'note',
    text: [
      `${checked ? `Checked ${showDate(checked)} or later. ` : ''}For the sources, compare on one topic, or ask for those of one mesh.`,
    ],
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
