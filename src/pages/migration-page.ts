import type { MigrationAnswer } from '../answers/answer.ts'
import type { CitedSource, Named } from '../facts/fact.ts'
import { choiceRows } from './choices.ts'
import { articlesOn, asList, foldOf, remarksOn, standingCell } from './fact-details.ts'
import { bold, type Fold, type Laid, leadOf, type Part, type Prose } from './page.ts'

/** What to weigh before adopting a mesh or on the way from one to another: what would be lost comes first. */
export function migrationPage(answer: MigrationAnswer): Laid {
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [...losses(answer), { kind: 'sources', sources: sourcesOfAll(answer) }],
    folds: [
      ...notesOn(answer, answer.to, 'Moving to'),
      ...notesOn(answer, answer.from, 'Leaving'),
      ...foldOf(
        'Before committing',
        asList(
          undefined,
          answer.considerations.map(({ title, text }) => [bold(`${title}: `), text]),
        ),
      ),
      ...remarksOn(answer.facts),
    ],
    details: articlesOn(answer.facts),
    choices: choiceRows(answer.suggestions),
  }
}

/** What is known about moving to or from one of the two meshes. */
const notesOn = ({ facts, notes }: MigrationAnswer, mesh: Named | undefined, heading: string): Fold[] =>
  foldOf(
    `${heading} ${mesh?.name}`,
    asList(
      undefined,
      [
        ...facts.filter((fact) => fact.mesh.id === mesh?.id).map(({ statement }) => statement),
        ...notes.filter((note) => note.mesh.id === mesh?.id).map(({ note }) => note),
      ].map((text): Prose => [text]),
    ),
  )

function losses({ from, to, losses }: MigrationAnswer): Part[] {
  if (!from || !to || losses.length === 0) return []
  return [
    {
      kind: 'table',
      heading: 'Where you would lose ground',
      header: ['Topic', from.name, to.name],
      rows: losses.map(({ topic, facts }) => [[bold(topic.name)], ...facts.map(standingCell)]),
    },
  ]
}

function sourcesOfAll({ considerations, notes, facts }: MigrationAnswer): CitedSource[] {
  const all = [...notes, ...facts, ...considerations].flatMap(({ sources }) => sources)
  return [...new Map(all.map((source) => [source.id, source])).values()]
}
