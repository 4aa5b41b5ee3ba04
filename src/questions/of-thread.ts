import { aspectsIn } from './aspect.ts'
import type { Interpretation } from './interpret.ts'
import { placesIn } from './phrases.ts'
import type { Question, ThreadContext } from './question.ts'
import type { Words } from './words.ts'

/** A longer turn says more than one thing about what was said before. */
const longest = 9
/** Such a turn can hardly be meant otherwise. */
const confidence = 0.8

/**
 * A short turn that names nothing but one aspect, or one mode, asks it of what its thread is about: "since which
 * version?", "is that free too?", "and in sidecar mode?". Undefined for every other turn.
 */
export function ofThread(
  { reading, question }: Interpretation,
  context: ThreadContext,
  words: Pick<Words, 'aspects' | 'turns'>,
): Question | undefined {
  const { aspect, asksFor } = question
  const { tokens, topics, terms, mentions, modes, groups } = reading
  const isPlain = aspect === 'can' || aspect === 'what'
  const asks = placesIn(aspectsIn(tokens, words.aspects))
  // "Is it free" asks the edition of what the thread is about, though a topic goes by that word too.
  const saysMore = (index: number) => !asks.has(index) && !words.aspects.empty.has(tokens[index]?.word ?? '')
  const subjects = [...topics, ...terms, ...groups].filter(({ start, end }) =>
    Array.from({ length: end - start }, (_, offset) => start + offset).some(saysMore),
  )
  if (tokens.length > longest || context.topics.length === 0) return undefined
  const isOfThat = words.turns['of-that'].find(tokens).length > 0 && mentions.length === 0
  if (subjects.length > 0 && !isOfThat) return undefined
  const named = new Set(modes.map(({ value }) => value.mesh))
  const [mesh] = named
  if (mentions.some((mention) => !named.has(mention.mesh))) return undefined
  const onMode = mesh !== undefined && context.meshes.includes(mesh)
  if (!onMode && (isPlain || mentions.length > 0 || asksFor !== undefined)) return undefined
  return {
    ...question,
    intent: 'fact',
    meshes: onMode ? [mesh] : context.meshes,
    modes: onMode ? modes.map(({ value }) => value).filter((one) => one.mesh === mesh) : question.modes,
    topics: context.topics,
    shares: new Map(context.topics.map((topic) => [topic, 1])),
    sizes: context.sizes,
    focus: isOfThat ? question.focus : [],
    grounded: true,
    confidence,
  }
}
