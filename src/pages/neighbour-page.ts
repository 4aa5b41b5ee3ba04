import type { NeighbourAnswer } from '../answers/answer.ts'
import { choiceRows } from './choices.ts'
import { asList } from './fact-details.ts'
import { bold, type Laid, leadOf, type Prose } from './page.ts'

/** A product beside the meshes. */
export const neighbourPage = (answer: NeighbourAnswer): Laid => ({
  understood: answer.understood,
  lead: leadOf(answer.headline),
  parts: [
    ...asList(
      undefined,
      answer.notes.map((note) => [note]),
    ),
    ...asList(
      'How it stands to the meshes',
      answer.relations.map(({ mesh, how, note }): Prose => [bold(`${mesh}: `), note ? `${how}. ${note}` : how]),
    ),
    { kind: 'sources', sources: answer.sources, checked: answer.checked },
  ],
  choices: choiceRows(answer.suggestions),
})
