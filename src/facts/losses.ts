import type { Topic } from '../knowledge/knowledge.ts'
import type { Fact } from './fact.ts'
import type { Facts } from './facts.ts'
import { spread, standing } from './standing.ts'

/** A topic on which a mesh stands lower than another, with the facts of both: of the one that stands higher first. */
export interface Loss {
  readonly topic: Topic
  readonly facts: readonly Fact[]
}

/** What is lost of some topics by going from one mesh to another, by their ids: the widest gaps first. */
export const lossesOn = (topics: readonly Topic[], facts: Facts, from: string, to: string): readonly Loss[] =>
  topics
    .map((topic): Loss => ({ topic, facts: [facts.of(from, topic.id), facts.of(to, topic.id)] }))
    .filter((loss) => {
      const [before, after] = loss.facts.map(standing)
      return before !== undefined && after !== undefined && after < before
    })
    .sort((a, b) => spread(b.facts) - spread(a.facts))
