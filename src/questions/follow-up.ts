import type { Interpretation } from './interpret.ts'
import type { Intent, Question, ThreadContext } from './question.ts'

/** How likely a topic must be to count as the turn's own, where no word of the vocabulary names one. */
const ownTopicFrom = 0.55
/** How likely small talk or another subject must be for a turn to be refused, rather than read with what came before. */
const surelyNone = 0.8
/** A turn of up to so many words may be a fragment that leans on the one before. */
const fragment = 7

const stemsOf = ({ reading }: Interpretation): readonly string[] => reading.tokens.map(({ stem }) => stem)
const has = (stems: readonly string[], ...wanted: readonly string[]): boolean =>
  wanted.some((stem) => stems.includes(stem))

/**
 * Reads a turn of a conversation. The rules, in their order:
 *
 * 1. A change of subject ("different topic: …"), a definition, and a question on which or any mesh stand by themselves.
 * 2. Small talk and other subjects are refused, and leave what the thread is about as it was.
 * 3. "Why", "sources" and "in numbers" are about what was said before.
 * 4. "The two", "both", "which one", "better" and "compare it with" bring the meshes of the thread together.
 * 5. What a turn leaves out it takes over: a mesh without a topic keeps topic and intent, a topic without a mesh keeps
 *    meshes and intent, sizes alone keep the estimate.
 */
export function followUp(turn: Interpretation, context: ThreadContext): Question {
  const { question } = turn
  if (standsAlone(turn, context)) return question
  if (question.asksFor && stemsOf(turn).length <= fragment && !namesTopic(turn) && question.meshes.length === 0) {
    return { ...keep(question, context), asksFor: question.asksFor }
  }
  if (isRefused(turn)) return question

  const joined = joinedMeshes(turn, context)
  const meshes = joined ?? (question.meshes.length > 0 ? question.meshes : context.meshes)
  const topics = namesTopic(turn) ? ownTopics(turn) : context.topics.length > 0 ? context.topics : question.topics
  const intent = joined ? joinedIntent(turn, context) : inheritedIntent(turn, context, meshes)
  return { ...question, intent, meshes, topics, sizes: { ...context.sizes, ...question.sizes } }
}

const keep = (question: Question, context: ThreadContext): Question => ({
  ...question,
  intent: context.intent,
  meshes: context.meshes,
  topics: context.topics,
  sizes: context.sizes,
})

/** Rule 1. */
function standsAlone(turn: Interpretation, context: ThreadContext): boolean {
  const { question, reading } = turn
  const stems = stemsOf(turn)
  const words = reading.tokens.slice(0, 3).map(({ stem }) => stem)
  const newSubject =
    has(words, 'differ', 'anoth', 'new', 'unrel', 'separ', 'switch') &&
    has(stems.slice(0, 5), 'topic', 'subject', 'question', 'thing', 'matter')
  if (newSubject || stems[0] === 'forget') return true
  if (question.intent === 'define' && !refersBack(stems)) return true
  if (question.meshes.length > 0 && namesTopic(turn) && question.intent !== 'none' && stems.length > 4)
    return !opensAsFollowUp(stems)
  const asksWhichMesh =
    has(stems, 'which', 'what', 'ani', 'who', 'most', 'best') &&
    has(stems, 'mesh', 'meshes', 'they', 'them', 'ani', 'all')
  if (question.meshes.length === 0 && asksWhichMesh && !has(stems, 'two', 'both', 'three', 'other') && namesTopic(turn))
    return true
  return question.intent === 'best' && question.meshes.length === 0 && context.mentioned.length < 2
}

const opensAsFollowUp = (stems: readonly string[]): boolean =>
  has(stems.slice(0, 2), 'and', 'what', 'how') && has(stems.slice(0, 3), 'about', 'and')
const refersBack = (stems: readonly string[]): boolean =>
  has(stems, 'it', 'that', 'thi', 'they', 'them', 'their', 'those')

/** Rule 2. */
function isRefused(turn: Interpretation): boolean {
  const { question, intents, reading } = turn
  if (question.intent !== 'none') return false
  const leans = reading.mentions.length > 0 || reading.topics.length > 0 || Object.keys(reading.sizes).length > 0
  return !(leans && reading.tokens.length <= fragment) || (intents[0]?.p ?? 0) >= surelyNone + (leans ? 0.15 : 0)
}

const namesTopic = ({ reading, topics }: Interpretation): boolean =>
  reading.topics.length > 0 || (topics[0]?.label !== '-' && (topics[0]?.p ?? 0) >= ownTopicFrom)

function ownTopics({ question, topics, reading }: Interpretation): readonly string[] {
  if (question.topics.length > 0) return question.topics
  const named = new Set(reading.topics.map(({ value }) => value))
  const likely = topics.map(({ label }) => label).filter((label) => label !== '-')
  return [...likely.filter((label) => named.has(label)), ...likely].slice(0, 1)
}

/** Rule 4: the meshes that a turn brings together, or undefined if it doesn't. */
function joinedMeshes(turn: Interpretation, context: ThreadContext): readonly string[] | undefined {
  const { question } = turn
  const stems = stemsOf(turn)
  const union = (...lists: readonly (readonly string[])[]) => [...new Set(lists.flat())]
  const compares = has(stems, 'compar', 'better', 'wors', 'versu', 'vs', 'against', 'differ', 'than')
  if (question.meshes.length === 1 && compares && context.meshes.length > 0)
    return union(context.meshes, question.meshes)
  if (question.meshes.length > 0) return undefined
  if (has(stems, 'two', 'both', 'either', 'three', 'them', 'these')) {
    return context.meshes.length > 1 ? context.meshes : context.mentioned.length > 1 ? context.mentioned : undefined
  }
  const picks = has(stems, 'which', 'who', 'winner', 'wins', 'win', 'pick')
  if (picks && context.mentioned.length > 1 && !has(stems, 'mesh', 'meshes', 'ani')) {
    return context.meshes.length > 1 ? context.meshes : context.mentioned
  }
  return undefined
}

function joinedIntent(turn: Interpretation, context: ThreadContext): Intent {
  if (context.intent === 'estimate' || turn.question.intent === 'recommend')
    return turn.question.intent === 'recommend' ? 'recommend' : 'estimate'
  return turn.question.intent === 'migrate' ? 'migrate' : 'compare'
}

/** Rule 5: the intent of a turn that leaves something out. */
function inheritedIntent(turn: Interpretation, context: ThreadContext, meshes: readonly string[]): Intent {
  const { question } = turn
  const own = question.intent
  const sized = Object.keys(question.sizes).length > 0
  if (context.intent === 'estimate' && (sized || !namesTopic(turn) || own === 'none')) return 'estimate'
  if (context.intent === 'recommend' && question.meshes.length === 0 && own !== 'estimate' && own !== 'migrate')
    return 'recommend'
  const leansOnIntent = own === 'none' || own === 'profile' || own === 'define' || own === 'fact'
  if (!leansOnIntent) return own
  if (question.meshes.length === 0 && context.intent === 'compare' && meshes.length > 1) return 'compare'
  if (own === 'fact') return 'fact'
  if (own === 'profile' && context.topics.length === 0) return 'profile'
  if (context.intent === 'profile' && !namesTopic(turn)) return 'profile'
  return context.intent === 'compare' || context.intent === 'best' || context.intent === 'none'
    ? 'fact'
    : context.intent === 'profile' || context.intent === 'define'
      ? 'fact'
      : context.intent
}

/** What a thread is about after a question: small talk leaves it as it was. */
export function contextAfter(question: Question, before: ThreadContext | undefined): ThreadContext | undefined {
  if (question.intent === 'none') return before
  return {
    intent: question.intent,
    meshes: question.meshes,
    topics: question.topics,
    mentioned: [...new Set([...(before?.mentioned ?? []), ...question.meshes])],
    sizes: question.sizes,
  }
}
