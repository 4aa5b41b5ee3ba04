import { classify, type Scored } from './classifier/softmax.ts'
import type { IntentAction, MeshAction, TurnModel } from './classifier/turn-actions.ts'
import { meshesBy, turnFeatures } from './classifier/turns.ts'
import { type Interpretation, needsTopic } from './interpret.ts'
import type { Intent, Question, Sizes, ThreadContext } from './question.ts'
import type { Token } from './tokens.ts'
import type { Words } from './words.ts'

/**
 * Reads a turn of a conversation. A turn does one thing with the meshes of its thread, one with the topic and one with
 * the intent: names its own, keeps what was, joins, narrows, widens … What it does is decided by classifiers that were
 * trained on conversations, from its words and from how it stands to the thread; what each action comes to is fixed.
 */
export function followUp(
  turn: Interpretation,
  context: ThreadContext,
  model: TurnModel,
  words: Words['turns'],
  stated?: readonly string[],
): Question {
  const { question } = turn
  if (standsAlone(turn, words) && !stated) return question
  const same = sameOfAnother(turn, context, words)
  if (same) return same
  const features = turnFeatures(turn, context, words)
  const [topic] = classify(model.topics, features)
  const intents = classify(model.intents, features)
  const { intent, meshes, p } = stated
    ? withStated(turn, context, intents, stated)
    : likeliest(turn, context, intents, classify(model.meshes, features))
  const isGap = turn.uncovered >= (topic?.label === 'keep' ? surelyElsewhere : Number.MIN_VALUE)
  const uncovered = isGap && needsTopic.has(intent)
  if (intent === 'none' || uncovered) return { ...question, intent: 'none', meshes: [], topics: [], confidence: p }
  return {
    ...question,
    intent,
    meshes,
    ...(topic?.label === 'keep' ? kept(question, context, topic.p) : { topics: turn.likelyTopics }),
    sizes: { ...context.sizes, ...question.sizes, ...bareNumber(turn, context) },
    confidence: p * (topic?.p ?? 0),
  }
}

/** What is asked again of another mesh, once for each, whatever it was asked as. */
const onTopics = new Set<Intent>(['fact', 'compare', 'best'])
/** A turn that is nothing else leaves no doubt. */
const plainly = 0.95

/** "And consul?" in a thread on a topic asks the same of that mesh. Undefined for every other turn. */
function sameOfAnother(
  { question, reading }: Interpretation,
  context: ThreadContext,
  words: Words['turns'],
): Question | undefined {
  const { tokens, mentions } = reading
  const [first, ...others] = mentions
  if (!first || others.length > 0 || context.topics.length === 0 || !onTopics.has(context.intent)) return undefined
  if (first.end < tokens.length || !onlyOpens(tokens.slice(0, first.start), words)) return undefined
  const { topics } = context
  const shares = new Map(topics.map((topic) => [topic, plainly] as const))
  return { ...question, intent: 'fact', meshes: [first.mesh], topics, shares, confidence: plainly }
}

/** Whether words do nothing but open a turn: "and", "and what about". */
function onlyOpens([first, second, ...rest]: readonly Token[], words: Words['turns']): boolean {
  if (first === undefined) return true
  if (second !== undefined && words['opening-second'].has(second)) return onlyOpens(rest, words)
  return words.opening.has(first) && onlyOpens(second === undefined ? rest : [second, ...rest], words)
}

/** The topic of the thread, so likely; what the turn itself speaks of has the rest. */
const kept = ({ shares }: Question, { topics }: ThreadContext, p: number) => ({
  topics,
  shares: new Map([
    ...[...shares].map(([topic, share]) => [topic, share * (1 - p)] as const),
    ...topics.map((topic) => [topic, p] as const),
  ]),
})

/** A turn that is this likely on a topic that the knowledge has not is on it, whatever its thread is about. */
const surelyElsewhere = 0.5

const surely = 0.8
const wholeSentence = 5

/**
 * Whether a turn says all by itself: a definition, a comparison of meshes that it names, or a whole sentence that names
 * its mesh and its topic, without a word that leans on what was said before.
 */
function standsAlone({ question, intents, reading }: Interpretation, words: Words['turns']): boolean {
  const { tokens } = reading
  const opens = words.opening.has(tokens[0]) || words['opening-second'].has(tokens[1])
  const leans = opens || tokens.some((token) => words.leaning.has(token))
  if (leans || (intents[0]?.p ?? 0) < surely) return false
  const names = { topic: reading.topics.length > 0, term: reading.terms.length > 0 }
  switch (question.intent) {
    case 'define':
      return names.topic || names.term
    case 'compare':
      return question.meshes.length > 1 && names.topic
    case 'fact':
      return question.meshes.length > 0 && names.topic && tokens.length >= wholeSentence
    default:
      return false
  }
}

interface Choice {
  readonly intent: Intent
  readonly meshes: readonly string[]
  readonly p: number
}

/** The likeliest pair of actions that makes sense together: a comparison is not of one mesh, a profile of no other. */
function likeliest(
  turn: Interpretation,
  context: ThreadContext,
  intents: readonly Scored<IntentAction>[],
  actions: readonly Scored<MeshAction>[],
): Choice {
  const choices = intents.flatMap((intentAction) => {
    const intent = intentBy(intentAction.label, turn, context)
    return actions.map((action): Choice => {
      const meshes = meshesBy(action.label, turn, context)
      const fits = (intent !== 'compare' || meshes.length !== 1) && (intent !== 'profile' || meshes.length === 1)
      return { intent, meshes, p: fits ? intentAction.p * action.p : 0 }
    })
  })
  return choices.reduce((best, choice) => (choice.p > best.p ? choice : best), { intent: 'none', meshes: [], p: 0 })
}

/** The likeliest intent, made to fit meshes that the turn itself states. */
function withStated(
  turn: Interpretation,
  context: ThreadContext,
  [first]: readonly Scored<IntentAction>[],
  meshes: readonly string[],
): Choice {
  const intent = first ? intentBy(first.label, turn, context) : 'none'
  const isOne = meshes.length === 1
  const fitting = isOne && intent === 'compare' ? 'fact' : !isOne && intent === 'profile' ? 'compare' : intent
  return { intent: fitting, meshes, p: first?.p ?? 0 }
}

function intentBy(action: IntentAction, turn: Interpretation, context: ThreadContext): Intent {
  switch (action) {
    case 'own':
      return turn.question.intent
    case 'keep':
      return context.intent
    default:
      return action
  }
}

/** "And for 2000?" in a thread about sizes means more of what the thread counts. */
function bareNumber(turn: Interpretation, context: ThreadContext): Sizes {
  if (context.intent !== 'estimate' || Object.keys(turn.question.sizes).length > 0) return {}
  const [amount] = turn.reading.quantities
  return amount ? { pods: amount.value } : {}
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
