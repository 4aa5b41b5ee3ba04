import { answerNeighbour } from '../../answers/neighbour.ts'
import { findMesh, findTopic } from '../../knowledge/knowledge.ts'
import { neighbourPage } from '../../pages/neighbour-page.ts'
import { meshOf, topicOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { oneThingMissing } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly neighbour: {
      readonly neighbour: string
      /** Beside which of our meshes. */
      readonly mesh?: string
      /** What is asked of it, where that is one of our topics. */
      readonly topic?: string
    }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly neighbour: NeighbourAnswer
  }
}

/** `neighbour NAME [with MESH] [on TOPIC]`: what a product beside the meshes is, whether it goes on, and where our own facts stop. */
export const neighbour: Row<'neighbour'> = {
  names: ['neighbour', 'neighbor'],
  readsOnly: true,
  parse(rest, { knowledge }) {
    const [, words = '', meshId, topicId] = /^(.*?)(?: with (\S+))?(?: on (\S+))?$/.exec(rest.toLowerCase()) ?? []
    const mesh = meshId === undefined ? undefined : findMesh(knowledge, meshId)?.id
    const topic = topicId === undefined ? undefined : findTopic(knowledge, topicId)?.id
    const found = knowledge.neighbours.find(
      ({ id, name, aliases }) => id === words || [name, ...aliases].some((one) => one.toLowerCase() === words),
    )
    if (found)
      return {
        kind: 'neighbour',
        neighbour: found.id,
        ...(mesh === undefined ? {} : { mesh }),
        ...(topic === undefined ? {} : { topic }),
      }
    return {
      kind: 'incomplete',
      said: `neighbour ${rest}`.trim(),
      title: oneThingMissing,
      problem: rest ? `I know no product called "${rest}" beside the meshes.` : 'Which product beside the meshes?',
      choices: [],
    }
  },
  spell: ({ neighbour, mesh, topic }) =>
    [`neighbour ${neighbour}`, mesh && `with ${mesh}`, topic && `on ${topic}`].filter(Boolean).join(' '),
  answer: ({ neighbour, mesh, topic }, known) =>
    answerNeighbour(known, neighbour, {
      ...(mesh === undefined ? {} : { beside: meshOf(known.knowledge, mesh) }),
      ...(topic === undefined ? {} : { topic: topicOf(known.knowledge, topic) }),
    }),
  about: () => ({ intent: 'neighbour', meshes: [], modes: [], topics: [] }),
  page: neighbourPage,
  facts: () => [],
  json: ({ neighbour, checked }) => ({ neighbour, checked }),
}
