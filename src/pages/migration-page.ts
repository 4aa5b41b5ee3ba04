import type { MigrationAnswer } from '../answers/answer.ts'
import type { CitedSource, Named } from '../facts/fact.ts'
import { choiceRows } from './choices.ts'
import { asList, remarksOn, standingCell } from './fact-details.ts'
import { bold, type Laid, leadOf, type Part } from './page.ts'

/** What to weigh before adopting a mesh or on the way from one to another: what would be lost comes first. */
export function migrationPage(answer: MigrationAnswer): Laid {
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      ...losses(answer),
      ...notesOn(answer, answer.to, 'Moving to', 5),
      ...notesOn(answer, answer.from, 'Leaving', 3),
      ...asList(
        'Before committing',
        answer.considerations.map(({ title, text }) => [bold(`${title}: `), text]),
      ),
      ...remarksOn(answer.facts),
      { kind: 'sources', sources: sourcesOfAll(answer), cap: 5 },
    ],
    choices: choiceRows(answer.suggestions),
  }
}

/** What is known about moving to or from one of the two meshes. */
const notesOn = ({ facts, notes }: MigrationAnswer, mesh: Named | undefined, heading: string, cap: number): Part[] =>
  asList(
    `${heading} ${mesh?.name}`,
    [
      ...facts.filter((fact) => fact.mesh.id === mesh?.id).map(({ statement }) => statement),
      ...notes.filter((note) => note.mesh.id === mesh?.id).map(({ note }) => note),
    ].map((text) => [text]),
    { cap },
  )

function losses({ from, to, losses }: MigrationAnswer): Part[] {
  if (!from || !to || losses.length === 0) return []
  return [
    {
      kind: 'table',
      heading: 'Where you would lose ground',
      header: ['Topic', from.name, to.name],
      rows: losses.map(({ topic, facts }) => [[bold(topic.name)], ...facts.map(standingCell)]),
      cap: 8,
      more: 'Compare the two to see all.',
    },
  ]
}

function sourcesOfAll({ considerations, notes, facts }: MigrationAnswer): CitedSource[] {
  const all = [...notes, ...facts, ...considerations].flatMap(({ sources }) => sources)
  return [...new Map(all.map((source) => [source.id, source])).values()]
}
