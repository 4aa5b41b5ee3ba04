import { answerBest } from '../../answers/best.ts'
import { factJson } from '../../json/fact-json.ts'
import { rankingPage } from '../../pages/ranking-page.ts'
import { parseOnTopic } from '../on-topic.ts'
import { meshesOf, topicOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { spellMeshes } from '../spelling.ts'

declare module '../command.ts' {
  interface Commands {
    readonly best: BestCommand
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly best: RankingAnswer
  }
}

interface BestCommand {
  readonly topic: string
  readonly order: 'best' | 'worst'
  /** Fewer than two stand for all: one mesh has no order. */
  readonly meshes: readonly string[]
}

/** `best MESHES on TOPIC` and `worst …`: meshes in order. */
export const best: Row<'best'> = {
  names: ['best', 'worst'],
  readsOnly: true,
  parse: (rest, tools, name) =>
    parseOnTopic(name, rest, tools, ({ meshes }, [topic]) => ({
      kind: 'best',
      topic,
      order: name === 'worst' ? 'worst' : 'best',
      meshes,
    })),
  spell: ({ topic, order, meshes }) => `${order} ${spellMeshes({ meshes, modes: [] })} on ${topic}`,
  answer: ({ topic, order, meshes }, known) =>
    answerBest(
      known,
      topicOf(known.knowledge, topic),
      order,
      meshes.length > 1 ? meshesOf(known.knowledge, meshes) : known.knowledge.meshes,
    ),
  about: ({ topic, meshes }) => ({ intent: 'best', meshes, modes: [], topics: [topic] }),
  page: rankingPage,
  facts: ({ places }) => places.map(({ fact }) => fact),
  json: ({ topic, order, basis, places }) => ({
    topic: topic.id,
    order,
    basis,
    places: places.map(({ place, standing, fact }) => ({ place, standing, ...factJson(fact) })),
  }),
}
