import { compareMeshes, recommendAmong } from '../commands/make.ts'
import { inBrief, inBriefHere } from '../facts/brief.ts'
import type { Fact } from '../facts/fact.ts'
import { besideModes } from '../facts/modes.ts'
import { defaultMode, namedTopic } from '../facts/resolve.ts'
import { assumedPodsPerNode, standing } from '../facts/standing.ts'
import type { Mesh, Topic } from '../knowledge/knowledge.ts'
import { inSentence, listed } from '../wording.ts'
import type { Place, RankingAnswer } from './answer.ts'
import type { Known } from './known.ts'
import { shownMeshes } from './shown-meshes.ts'

/** The meshes in order on one topic, with the figures or levels that the order rests on. */
export function answerBest(
  known: Known,
  topic: Topic,
  order: 'best' | 'worst',
  among: readonly Mesh[] = known.knowledge.meshes,
): RankingAnswer {
  const places = rank(
    among.flatMap((mesh) => besideModes(known.facts.of(mesh.id, topic.id), defaultMode(mesh))),
    order,
  )
  return {
    kind: 'best',
    understood: `${order === 'best' ? 'Best' : 'Weakest'} · ${topic.title}`,
    headline: headline(topic, places, order),
    topic: namedTopic(topic),
    order,
    places,
    basis: basis(topic, places),
    suggestions: [
      { label: 'Compare all on this', command: compareMeshes(shownMeshes(known.knowledge), topic.id) },
      ...(topic.id === 'best-fit' ? [] : [{ label: 'Which fits us?', command: recommendAmong([]) }]),
    ],
  }
}

/** Facts in order; equal standings share a place, and facts without a standing come last, without a place. */
function rank(facts: readonly Fact[], order: 'best' | 'worst'): Place[] {
  const known = facts.flatMap((fact) => {
    const score = standing(fact)
    return score === undefined ? [] : [{ fact, score: order === 'best' ? score : -score }]
  })
  const ranked = known
    .sort((a, b) => b.score - a.score)
    .map(({ fact, score }) => ({
      place: 1 + known.filter((other) => other.score > score).length,
      fact,
      standing: inBrief(fact),
    }))
  const unknown = facts.filter((fact) => standing(fact) === undefined)
  return [...ranked, ...unknown.map((fact) => ({ fact, standing: inBrief(fact) }))]
}

function headline(topic: Topic, places: readonly Place[], order: 'best' | 'worst'): string {
  const winners = places.filter(({ place }) => place === 1)
  const subject = inSentence(topic.title)
  if (places.every(({ fact }) => fact.missing)) return `Nobody has looked yet how the meshes stand on ${subject}.`
  if (winners.length === 0) {
    return `No mesh is simply the best on ${subject}: it depends on what you need.`
  }
  if (winners.length === places.length) return `They stand level on ${subject}: ${standingOf(winners)}.`
  const names = listed(winners.map(({ fact }) => fact.mesh.name))
  const superlative =
    order === 'best'
      ? winners.length > 1
        ? 'share the first place'
        : 'comes first'
      : winners.length > 1
        ? 'come last together'
        : 'comes last'
  return `${names} ${superlative} on ${subject}: ${standingOf(winners)}.`
}

/** What the first have, with the assumption that it takes to set a figure per node against one per pod. */
function standingOf([first]: readonly Place[]): string {
  if (!first) return ''
  const spread = first.fact.value?.per === 'node' ? `, at ${assumedPodsPerNode} pods a node` : ''
  return inBriefHere(first.fact) + spread
}

function basis(topic: Topic, places: readonly Place[]): string {
  if (places.every(({ place }) => place === undefined)) {
    return 'There is no figure or level to rank by, so the facts are given as they are.'
  }
  const perNode = places.some(({ place, fact }) => place !== undefined && fact.value?.per === 'node')
  switch (topic.kind) {
    case 'measured':
      return (
        'Ordered by the middle of each published range. Ranges overlap and their conditions differ: measure with your own workload.' +
        (perNode ? ` A figure per node is spread over ${assumedPodsPerNode} pods.` : '')
      )
    case 'ranked':
      return 'Ordered by how much there is to set up and look after, for the reasons given with each.'
    default:
      return 'Ordered by support level, then by maturity and by what the open source edition has.'
  }
}
