import type { ComparisonAnswer, ComparisonRow } from '../answers/answer.ts'
import { inBrief } from '../facts/brief.ts'
import type { Fact, Named } from '../facts/fact.ts'
import { checkedSince } from '../facts/resolve.ts'
import { spread } from '../facts/standing.ts'
import { inSentence, showDate } from '../wording.ts'
import type { Catalogue } from './catalogue.ts'
import { choiceRows } from './choices.ts'
import { asList, explanation, remarksOn, standingCell } from './fact-details.ts'
import { restOfTopic, sourcesPart } from './fact-page.ts'
import { bold, leadOf, type Page, type Part, type Pick, type Table } from './page.ts'

/** Meshes side by side: the differences that decide, the table of what differs, then what is the same. */
export function comparisonPage(answer: ComparisonAnswer, command: string, catalogue: Catalogue): Page {
  const [only, ...others] = answer.rows
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: only && others.length === 0 ? oneTopic(only) : manyTopics(answer),
    choices: choiceRows(answer.suggestions, [...anotherArea(answer, catalogue), ...addMesh(answer, catalogue)]),
    command,
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

function manyTopics({ meshes, scope, deciding, rows, headline }: ComparisonAnswer): Part[] {
  const differing = rows.filter(({ differs }) => differs)
  const same = rows.filter(({ differs }) => !differs)
  const others = deciding.filter((sentence) => sentence !== headline)
  return [
    ...asList(
      'What decides',
      others.map((sentence) => [sentence]),
    ),
    ...(differing.length > 0 ? [differences(meshes, differing, scope.command)] : []),
    ...sameOnAll(same),
    sourcesOfRows(rows),
  ]
}

/** Rows that fit one screen of a chat. */
const shownRows = 12

/** The topics that differ, those with the widest gap first. */
function differences(meshes: readonly Named[], rows: readonly ComparisonRow[], scopeCommand: string): Table {
  return {
    kind: 'table',
    heading: 'Differences',
    header: ['Topic', ...meshes.map(({ name }) => name)],
    rows: [...rows]
      .sort((a, b) => spread(b.facts) - spread(a.facts))
      .map(({ topic, facts }) => [[bold(topic.name)], ...facts.map(standingCell)]),
    cap: shownRows,
    more: scopeCommand === 'all' ? 'Choose an area below to see them.' : 'Compare on one of them to see it.',
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

const sharedBrief = ([first]: readonly Fact[]): string => (first ? inBrief(first) : '')

/** Single topics name their sources; a whole area has too many of them for one card. */
function sourcesOfRows(rows: readonly ComparisonRow[]): Part {
  const facts = rows.flatMap((row) => row.facts)
  if (rows.length <= 3) return sourcesPart(facts, 'sources MESH')
  return {
    kind: 'note',
    text: [
      `Checked ${showDate(checkedSince(facts))} or later. For the sources, compare on one topic, or ask for those of one mesh.`,
    ],
  }
}

const anotherArea = ({ meshes, scope }: ComparisonAnswer, { areas }: Catalogue): Pick[] =>
  pick(
    'area',
    'Another area',
    [{ id: 'all', name: 'Overall' }, ...areas]
      .filter(({ id }) => id !== scope.command)
      .map(({ id, name }) => ({ label: name, command: compare(meshes, id) })),
  )

const addMesh = ({ meshes, scope }: ComparisonAnswer, catalogue: Catalogue): Pick[] =>
  pick(
    'mesh',
    'Add a mesh',
    catalogue.meshes
      .filter(({ id }) => !meshes.some((mesh) => mesh.id === id))
      .map((mesh) => ({ label: mesh.name, command: compare([...meshes, mesh], scope.command) })),
  )

const compare = (meshes: readonly Named[], scopeCommand: string): string =>
  `compare ${meshes.map(({ id }) => id).join(' ')}${scopeCommand === 'all' ? '' : ` on ${scopeCommand}`}`

const pick = (id: string, label: string, options: Pick['options']): Pick[] =>
  options.length > 0 ? [{ kind: 'pick', id, label, options }] : []
