import type { Interpretation } from '../interpret.ts'
import type { ThreadContext } from '../question.ts'
import type { Words } from '../words.ts'
import { abstractWords, normalized } from './features.ts'
import type { Features } from './softmax.ts'
import type { MeshAction } from './turn-actions.ts'

const allNamed = ({ reading }: Interpretation): readonly string[] => [
  ...new Set(reading.mentions.map(({ mesh }) => mesh)),
]

/** The meshes that each action comes to. */
export function meshesBy(action: MeshAction, turn: Interpretation, context: ThreadContext): readonly string[] {
  const named = allNamed(turn)
  const own = turn.question.meshes.length > 0 ? turn.question.meshes : named
  switch (action) {
    case 'own':
      return own
    case 'keep':
      return context.meshes
    case 'join':
      return [...new Set([...context.meshes, ...own])]
    case 'mentioned':
      return context.mentioned
    case 'without':
      return context.meshes.filter((mesh) => !named.includes(mesh))
    case 'all':
      return []
    case 'first':
      return context.meshes.slice(0, 1)
    case 'last':
      return context.meshes.slice(-1)
    case 'other':
      return context.mentioned.filter((mesh) => !context.meshes.includes(mesh))
  }
}

const contextWeight = 0.7

/** What the turn classifiers see: the words of the turn, and how it stands to its thread. */
export function turnFeatures(turn: Interpretation, context: ThreadContext, { cues }: Words['turns']): Features {
  const features = new Map<string, number>()
  const words = abstractWords(turn.reading)
  for (const [index, word] of words.entries()) {
    features.set(`w ${word}`, 0.5)
    features.set(`p ${words[index - 1] ?? '^'} ${word}`, 0.5)
  }
  const present = Object.entries(cues).flatMap(([cue, members]) =>
    turn.reading.tokens.some((token) => members.has(token)) ? [cue] : [],
  )
  const own = turn.question.intent
  const named = allNamed(turn)
  const vocabulary = turn.reading.topics.length > 0
  const facts = [
    `own ${own}`,
    `thread ${context.intent}`,
    `own ${own} thread ${context.intent}`,
    `names ${Math.min(2, named.length)}`,
    `has ${Math.min(2, context.meshes.length)}`,
    `names ${Math.min(2, named.length)} has ${Math.min(2, context.meshes.length)}`,
    `mentioned ${Math.min(3, context.mentioned.length)}`,
    `named before ${named.length > 0 && named.every((mesh) => context.mentioned.includes(mesh))}`,
    `topic word ${vocabulary}`,
    `topic word ${vocabulary} names ${Math.min(2, named.length)}`,
    `topic sure ${Math.floor((turn.topics[0]?.p ?? 0) * 4)}`,
    `topic same ${turn.likelyTopics[0] === context.topics[0]}`,
    `thread topic ${context.topics.length > 0}`,
    `refused ${Math.floor((turn.intents.find(({ label }) => label === 'none')?.p ?? 0) * 4)}`,
    `intent sure ${Math.floor((turn.intents[0]?.p ?? 0) * 4)} ${own}`,
    `sizes ${Object.keys(turn.question.sizes).length > 0}`,
    `number ${words.includes('@number')} thread ${context.intent}`,
    `length ${Math.min(6, Math.ceil(words.length / 2))}`,
    `length ${Math.min(6, Math.ceil(words.length / 2))} own ${own}`,
    `foil ${turn.question.meshes.length < named.length}`,
    ...present.flatMap((cue) => [
      `cue ${cue}`,
      `cue ${cue} names ${Math.min(2, named.length)}`,
      `cue ${cue} has ${Math.min(2, context.meshes.length)} mentioned ${Math.min(2, context.mentioned.length)}`,
      `cue ${cue} thread ${context.intent}`,
      `cue ${cue} own ${own}`,
    ]),
    `no cue ${present.length === 0} names ${Math.min(2, named.length)} topic word ${vocabulary}`,
    `names ${Math.min(2, named.length)} thread ${context.intent}`,
    `names ${Math.min(2, named.length)} own ${own}`,
    `topic word ${vocabulary} thread ${context.intent} own ${own}`,
  ]
  for (const fact of facts) features.set(fact, contextWeight)
  return normalized(features)
}
