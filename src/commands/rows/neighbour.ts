import { answerNeighbour } from '../../answers/neighbour.ts'
import { neighbourPage } from '../../pages/neighbour-page.ts'
import type { Row } from '../row.ts'
import { oneThingMissing } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly neighbour: { readonly neighbour: string }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly neighbour: NeighbourAnswer
  }
}

/** `neighbour NAME`: what a product beside the meshes is, whether it goes on, and where our own facts stop. */
export const neighbour: Row<'neighbour'> = {
  names: ['neighbour', 'neighbor'],
  readsOnly: true,
  parse(rest, { knowledge }) {
    const words = rest.toLowerCase()
    const found = knowledge.neighbours.find(
      ({ id, name, aliases }) => id === words || [name, ...aliases].some((one) => one.toLowerCase() === words),
    )
    if (found) return { kind: 'neighbour', neighbour: found.id }
    return {
      kind: 'incomplete',
      said: `neighbour ${rest}`.trim(),
      title: oneThingMissing,
      problem: rest ? `I know no product called "${rest}" beside the meshes.` : 'Which product beside the meshes?',
      choices: [],
    }
  },
  spell: ({ neighbour }) => `neighbour ${neighbour}`,
  answer: ({ neighbour }, known) => answerNeighbour(known, neighbour),
  about: () => ({ intent: 'neighbour', meshes: [], modes: [], topics: [] }),
  page: neighbourPage,
  facts: () => [],
  json: ({ neighbour, checked }) => ({ neighbour, checked }),
}
