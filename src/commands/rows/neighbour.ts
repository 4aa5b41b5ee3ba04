import { answerNeighbour } from '../../answers/neighbour.ts'
import { findMesh } from '../../knowledge/knowledge.ts'
import { neighbourPage } from '../../pages/neighbour-page.ts'
import { meshOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { oneThingMissing } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly neighbour: { readonly neighbour: string /** Beside which of our meshes. */; readonly mesh?: string }
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
    const [, words = '', id] = /^(.*?)(?: with (\S+))?$/.exec(rest.toLowerCase()) ?? []
    const mesh = id === undefined ? undefined : findMesh(knowledge, id)?.id
    const found = knowledge.neighbours.find(
      ({ id, name, aliases }) => id === words || [name, ...aliases].some((one) => one.toLowerCase() === words),
    )
    if (found) return { kind: 'neighbour', neighbour: found.id, ...(mesh === undefined ? {} : { mesh }) }
    return {
      kind: 'incomplete',
      said: `neighbour ${rest}`.trim(),
      title: oneThingMissing,
      problem: rest ? `I know no product called "${rest}" beside the meshes.` : 'Which product beside the meshes?',
      choices: [],
    }
  },
  spell: ({ neighbour, mesh }) => `neighbour ${neighbour}${mesh === undefined ? '' : ` with ${mesh}`}`,
  answer: ({ neighbour, mesh }, known) =>
    answerNeighbour(known, neighbour, mesh === undefined ? undefined : meshOf(known.knowledge, mesh)),
  about: () => ({ intent: 'neighbour', meshes: [], modes: [], topics: [] }),
  page: neighbourPage,
  facts: () => [],
  json: ({ neighbour, checked }) => ({ neighbour, checked }),
}
