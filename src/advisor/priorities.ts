import type { Fact } from '../facts/fact.ts'
import type { Topic } from '../knowledge/knowledge.ts'
import { noRequirements, type Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'
import { clamp, type FactScore, type MemoryPerPod, type MeshInMode, scoreOfFact } from './scales.ts'

/** How a candidate does on a criterion. */
export interface Judgement {
  /** 0 to 1. */
  readonly score: number
  /** The share of what the criterion looks at that is known, 0 to 1. */
  readonly known: number
  readonly facts: readonly Fact[]
  /** Why, in a sentence, where it isn't what the facts say in brief. */
  readonly says?: string | undefined
}

/** How one candidate does on one priority, under some requirements. */
export type Judge = (requirements: Requirements) => Judgement

type Priority = Rules['priorities'][string]

/** A topic, a trait or the licence, with its share of the priority. */
interface Part {
  readonly share: number
  readonly score: FactScore
}

/** Works out how a candidate does on a priority; most of them are the same whatever is required. */
export function judgeOf(
  priority: Priority,
  topics: readonly Topic[],
  fact: (topicId: string) => Fact,
  judged: MeshInMode,
  rules: Rules,
  memory: MemoryPerPod,
): Judge {
  const { mesh } = judged
  const looksAt = Object.keys(priority.topics).flatMap((id) => topics.find((topic) => topic.id === id) ?? [])
  const parts: readonly Part[] = [
    ...looksAt.map((topic) => ({
      share: priority.topics[topic.id] ?? 0,
      score: scoreOfFact(fact(topic.id), topic, judged, rules, memory),
    })),
    ...Object.entries(priority.traits).map(([trait, share]) => ({
      share,
      score: mesh.traits.includes(trait) ? 1 : 0,
    })),
    ...(priority.openness ? [{ share: priority.openness, score: mesh.licence.openSource ? 1 : 0 }] : []),
  ]
  const facts = looksAt.map(({ id }) => fact(id))
  const isMeanOfLevels = looksAt.length > 1 && looksAt.every(({ kind }) => kind === 'supported')
  const judge = (requirements: Requirements): Judgement => {
    const { score, known } = meanOf(parts, requirements)
    return { score: isMeanOfLevels ? stretched(score, rules.scales.mean) : score, known, facts }
  }
  if (parts.some(({ score }) => typeof score === 'function')) return judge
  const always = judge(noRequirements)
  return () => always
}

/** The mean of the parts by their shares; what is unknown is worth nothing. */
function meanOf(parts: readonly Part[], requirements: Requirements) {
  let [points, shares, whole] = [0, 0, 0]
  for (const { share, score: given } of parts) {
    const score = typeof given === 'function' ? given(requirements) : given
    whole += share
    if (score === undefined) continue
    shares += share
    points += share * score
  }
  return whole > 0 ? { score: points / whole, known: shares / whole } : { score: 0, known: 0 }
}

/**
 * A mean of many levels on a scale of its own: meshes lie close together on it, so that a weight would move less by it than
 * by one place of one topic. Weights are to be of what lies between the ends of a scale (Edwards and Barron, "SMARTS and
 * SMARTER", 1994: swing weights).
 */
const stretched = (mean: number, { none, full }: Rules['scales']['mean']): number =>
  clamp((mean - none) / (full - none))
