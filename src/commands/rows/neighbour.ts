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

/** Takes a joining word and an id off the end of some words, where it is an id: "Service Connect on ECS" stays whole. */
function splitLast(words: string, joining: string, find: (id: string) => string | undefined) {
  const [, before = '', id = ''] = new RegExp(`^(.*) ${joining} (\\S+)$`, 's').exec(words) ?? []
  const found = find(id)
  return found === undefined ? { before: words, found } : { before, found }
}

/** `neighbour NAME [with MESH] [on TOPIC]`: what a product beside the meshes is, whether it goes on, and where our own facts stop. */
export const neighbour: Row<'neighbour'> = {
  names: ['neighbour', 'neighbor'],
  readsOnly: true,
  parse(rest, { knowledge }) {
    const onTopic = splitLast(rest.toLowerCase(), 'on', (id) => findTopic(knowledge, id)?.id)
    const withMesh = splitLast(onTopic.before, 'with', (id) => findMesh(knowledge, id)?.id)
    const [words, mesh, topic] = [withMesh.before, withMesh.found, onTopic.found]
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
