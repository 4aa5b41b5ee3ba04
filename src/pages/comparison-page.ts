import type { Answer, ComparisonRow } from '../answers/answer.ts'
import type { Scope } from '../commands/command.ts'
import { inBrief } from '../facts/brief.ts'
import type { Fact, Named } from '../facts/fact.ts'
import { checkedSince } from '../facts/resolve.ts'
import { inSentence, showDate } from '../wording.ts'
import type { Catalogue } from './catalogue.ts'
import { choiceRows } from './choices.ts'
import { asList, explanation, remarksOn, standingCell } from './fact-details.ts'
import { restOfTopic, sourcesPart } from './fact-page.ts'
import { bold, type Laid, leadOf, type Part, type Pick, type Table } from './page.ts'

/** Meshes side by side: the differences that decide, the table of what differs, then what is the same. */
export function comparisonPage(answer: Answer<'compare'>, catalogue: Catalogue): Laid {
  const [only, ...others] = answer.rows
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: only && others.length === 0 ? oneTopic(only) : manyTopics(answer),
    choices: choiceRows(answer.suggestions, [...anotherArea(answer, catalogue), ...addMesh(answer, catalogue)]),
  }
}

const oneTopic = ({ topic, facts }: ComparisonRow): Part[] => [
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
  const others = deciding.filter((sentence) => sentence !== headline)
  return [
    ...asList(
      'What decides',
      others.map((sentence) => [sentence]),
    ),
    ...(differing.length > 0 ? [differences(meshes, differing, command.scope)] : []),
    ...sameOnAll(same),
    ...notLookedFor(gaps),
    sourcesOfRows(rows),
  ]
}

function partition<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))]
}

/** Rows that fit one screen of a chat. */
const shownRows = 12

/** The topics that differ, those with the widest gap first. */
function differences(meshes: readonly Named[], rows: readonly ComparisonRow[], scope: Scope): Table {
  return {
    kind: 'table',
    heading: 'Differences',
    header: ['Topic', ...meshes.map(({ name }) => name)],
    rows: [...rows]
      .sort((a, b) => b.spread - a.spread)
      .map(({ topic, facts }) => [[bold(topic.name)], ...facts.map(standingCell)]),
    cap: shownRows,
    more: scope.kind === 'overall' ? 'Choose an area below to see them.' : 'Compare on one of them to see it.',
  }
}

const sameOnAll = (rows: readonly ComparisonRow[]): Part[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          text: [
            bold('The same on all: '),
            `${rows.map(({ topic, facts }) => `${inSentence(topic.name)} (${inSentence(sharedBrief(facts))})`).join('; ')}.`,
          ],
        },
      ]

const notLookedFor = (rows: readonly ComparisonRow[]): Part[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          text: [bold('Not looked for yet: '), `${rows.map(({ topic }) => inSentence(topic.name)).join('; ')}.`],
        },
      ]

const sharedBrief = ([first]: readonly Fact[]): string => (first ? inBrief(first) : '')

/** Single topics name their sources; a whole area has too many of them for one card. */
function sourcesOfRows(rows: readonly ComparisonRow[]): Part {
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
