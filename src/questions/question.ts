import type { ModeOfMesh } from '../knowledge/knowledge.ts'

/** What somebody wants to know. The ids are part of the JSON interface. */
export const intents = [
  'fact',
  'compare',
  'best',
  'profile',
  'define',
  'recommend',
  'estimate',
  'migrate',
  'none',
  'help',
  'troubleshoot',
  'neighbour',
] as const
export type Intent = (typeof intents)[number]

/**
 * What is asked of a topic: whether it can (`can`), what there is to it (`what`), or one thing about it. An aspect is a
 * word here, its phrases in words/aspects.yaml and its sentence in answers/aspects/.
 */
export const aspects = [
  'can',
  'what',
  'sure',
  'default',
  'since',
  'until',
  'edition',
  'maturity',
  'needs',
  'via',
  'limits',
  'why',
  'amount',
  'duration',
] as const
export type Aspect = (typeof aspects)[number]

/** Sizes that a question states, for an estimate. */
export interface Sizes {
  readonly pods?: number
  readonly nodes?: number
  readonly rps?: number
  readonly hops?: number
  readonly services?: number
  readonly people?: number
}

/** One thing in the text that led to the reading of it, for `--explain`. */
export interface Evidence {
  /** The words of the text, normalised. */
  readonly words: string
  /** What they were taken for, such as `mesh istio` or `topic retries`. */
  readonly means: string
  readonly weight: number
}

/** A question as understood: what the answer is made from. Ids are those of the knowledge. */
export interface Question {
  readonly intent: Intent
  /** In the order in which they were named; empty means no particular one: any, or all. */
  readonly meshes: readonly string[]
  /** Meshes that the text itself names, by name, part or mode, whatever was made of it. */
  readonly named: readonly string[]
  /** Best first. */
  readonly topics: readonly string[]
  /** The whole groups of topics that were named, such as security, where no single topic was. */
  readonly groups: readonly string[]
  /** What names a group of meshes, such as being built on Envoy, where no mesh is named. */
  readonly traits: readonly string[]
  readonly modes: readonly ModeOfMesh[]
  /** The glossary term asked about, for `define`. */
  readonly term?: string
  readonly sizes: Sizes
  /** `worst` when the question asks for the other end of the scale: the heaviest, the least simple. */
  readonly order: 'best' | 'worst'
  /** True when it asks which ones do not. */
  readonly negated: boolean
  /** The mesh that a migration leaves, where the words say so. */
  readonly leaves?: string
  /** `why` asks for the reasons, `sources` for the documents, behind what was said. */
  readonly asksFor?: 'why' | 'sources'
  readonly aspect: Aspect
  /** Words that narrow the question, beside those of meshes, topics and aspects: as written, in small letters. */
  readonly focus: readonly string[]
  /** All words that say something, but the names of meshes: as written, in small letters. */
  readonly content: readonly string[]
  /** All words but the names of meshes: as written, in small letters. */
  readonly words: readonly string[]
  /** How likely each topic is by turn of phrase, where it is likely at all. */
  readonly shares: ReadonlyMap<string, number>
  /** Whether the text itself names a mesh, a topic or a term, rather than leaning on its classifiers or its thread. */
  readonly grounded: boolean
  /** Whether the text has words of the likeliest topic itself, rather than such as often come with it. */
  readonly namesTopic: boolean
  /** 0 to 1: how likely this reading is right, from the share of right ones among questions of such a score. */
  readonly confidence: number
  /** The next likely readings of the topic, best first. */
  readonly alternatives: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** What a thread is about so far: all that is kept of it. */
export interface ThreadContext {
  readonly intent: Intent
  readonly meshes: readonly string[]
  readonly topics: readonly string[]
  /** Every mesh named so far, for "both" and "the two". */
  readonly mentioned: readonly string[]
  readonly sizes: Sizes
  /** What was recommended for, in the words of the recommend command: ids and numbers, not what was written. */
  readonly requirements?: string
}
