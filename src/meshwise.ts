import type { Basis } from './advisor/basis.ts'
import { createPrefill } from './advisor/prefill.ts'
import type { Answer } from './answers/answer.ts'
import { knownOf } from './answers/known.ts'
import { bounded } from './bounded.ts'
import type { Command } from './commands/command.ts'
import { commandFor, recommendFor } from './commands/from-question.ts'
import { helpCommand } from './commands/make.ts'
import { parseCommand } from './commands/parser.ts'
import { prefaced } from './commands/prefaced.ts'
import { besideOf } from './commands/products.ts'
import type { Reading } from './commands/question-reading.ts'
import { offered, runsUnasked } from './commands/slip.ts'
import { type Special, specialCommand } from './commands/special.ts'
import { aboutOf, answerTo } from './commands/table.ts'
import { contextAfter } from './commands/thread.ts'
import { createTools } from './commands/tools.ts'
import { wantsAdvice } from './commands/wants-advice.ts'
import { withProduct } from './commands/with-product.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { lineIndex } from './lines/line-index.ts'
import { lineRanking } from './lines/line-ranking.ts'
import { ownLineModel } from './lines/own-line-model.ts'
import { once } from './once.ts'
import { togetherIn } from './questions/aside.ts'
import type { UnderstandingModel } from './questions/classifier/model.ts'
import { ownModel } from './questions/classifier/own-model.ts'
import { mendingBy } from './questions/mending.ts'
import { neighbourFinder } from './questions/neighbours.ts'
import type { Question, ThreadContext } from './questions/question.ts'
import { createReader } from './questions/reading.ts'
import { tokenize } from './questions/tokens.ts'
import { createUnderstanding } from './questions/understand.ts'
import { type Vocabulary, vocabularyOf } from './questions/vocabulary.ts'
import { ownWords } from './questions/words/own-words.ts'
import type { Words } from './questions/words.ts'

/** A question that is not answered is on nothing. */
const refused = { intent: 'none', meshes: [], topics: [], modes: [] } as const

/** What tells of a team and asks for a choice is hardly anything else. */
const surelyAdvice = 0.8

/** From here on a text that begins like a command is a question. */
const surelyAsked = 0.5

/** What Meshwise says, on whichever surface it was asked. */
export interface Reply {
  readonly answer: Answer
  /** How a question was understood; absent for a command. */
  readonly question?: Question
  /** What the thread is about after this, to be handed back with the next turn. */
  readonly context?: ThreadContext
}

/** A command, and how it was understood where it was read from a question. */
export interface Read {
  readonly command: Command
  readonly question?: Question
  /** What was typed, as it was meant: where the command's name was a slip of the finger off. */
  readonly took?: string
}

/** The whole of the bot's knowledge and understanding behind pure functions. None throws on any text. */
export interface Meshwise {
  /** Reads a question in plain words. `context` is that of the thread so far. */
  read(text: string, context?: ThreadContext): Read
  /** Reads what follows `/mesh`, or what a button carries: a command, or else a question. */
  parse(text: string): Read
  /** The answer to a command: the same one each time. */
  answer(command: Command, context?: ThreadContext): Reply
  /** The answer to what was read, which says what a slip of the finger was taken for. */
  reply(read: Read, context?: ThreadContext): Reply
  /** Reads a question and answers it. */
  ask(text: string, context?: ThreadContext): Reply
  /** What recommendations rest on; undefined where the knowledge has no criteria. */
  readonly basis?: Basis | undefined
}

/** `model` is loaded when a question is first read. */
export function createMeshwise(
  knowledge: Knowledge,
  model: () => UnderstandingModel = ownModel,
  words: Words = ownWords(),
): Meshwise {
  const known = knownOf(knowledge, words.same)
  const reader = createReader(knowledge, words)
  const vocabulary = vocabularyOf(knowledge)
  const tools = createTools(known, reader, vocabulary)
  const understanding = once(() => createUnderstanding(knowledge, reader, model()))
  const { basis } = known
  // A command needs none.
  const ranking = once(() => lineRanking(lineIndex(known.facts.all), ownLineModel(), words.same))
  const prefill = basis && createPrefill(basis, reader)
  const reading: Reading = {
    knowledge,
    facts: known.facts,
    lines: known.lines,
    ranking: { rank: (...asked) => ranking().rank(...asked) },
    vocabulary,
    togetherIn: (text) => togetherIn(reader.read(text), words.whole),
    advice: basis && prefill && { basis, prefill },
  }

  const mending = mendingBy(knowledge)
  const special: Special = {
    ...reading,
    reader,
    neighbours: knowledge.neighbours,
    finder: neighbourFinder(knowledge),
  }

  const read = (whole: string, context?: ThreadContext): Read => {
    const text = bounded(whole)
    const asWritten = readAsWritten(text, context)
    const slip = slipIn(asWritten.command)
    const meant = slip && mending.mend(text, slip)
    if (meant === undefined) return asWritten
    const asMeant = readAsWritten(meant, context)
    return asMeant.command.kind === 'none' || slipIn(asMeant.command) ? asWritten : { ...asMeant, took: meant }
  }

  const readAsWritten = (text: string, context?: ThreadContext): Read => {
    const { question: asRead } = understanding().understand(text, context)
    if (isCallForHelp(text)) return { command: helpCommand, question: asRead }
    const said = reader.read(text)
    const isAdvice = prefill !== undefined && wantsAdvice(said, asRead, words, prefill)
    const plain: Question = isAdvice ? { ...asRead, intent: 'recommend', confidence: surelyAdvice } : asRead
    const noFact = isAdvice ? undefined : specialCommand(said, plain, special)
    if (noFact) return { command: noFact, question: { ...plain, ...aboutOf(noFact, knowledge) } }
    const { question, beside } = besideOf(said, plain, special)
    const plainly = commandFor(question, text, context, reading)
    const command =
      beside === undefined ? withProduct(plainly, question, said, special, reading) : { ...plainly, beside }
    return { command, question: asAnswered(question, command) }
  }

  const parse = (whole: string): Read => {
    const text = bounded(whole)
    const parsed = parseCommand(text, tools)
    if (parsed.kind === 'slip') {
      const meant = parse(parsed.meant)
      return runsUnasked(meant.command) ? { ...meant, took: parsed.meant } : { command: offered(parsed, meant.command) }
    }
    if (parsed.kind === 'incomplete') {
      const asked = parsed.isPerhapsQuestion ? read(parsed.said) : undefined
      return asked && isSurely(asked, parsed.said, vocabulary) ? asked : { command: parsed }
    }
    if (parsed.kind !== 'words') return { command: parsed }
    const { words, to } = parsed
    // Needs in words belong to the command that was typed, as much as those that are spelled NAME=VALUE.
    if (to === 'recommend') {
      return { command: recommendFor(understanding().understand(words).question, words, undefined, reading) }
    }
    return read(words)
  }

  const answer = (command: Command, before?: ThreadContext): Reply => {
    const context = contextAfter(command, knowledge, before)
    return { answer: answerTo(command, known), ...(context ? { context } : {}) }
  }

  const reply = ({ command, question, took }: Read, context?: ThreadContext): Reply => {
    const replied = answer(command, context)
    return {
      ...replied,
      ...(took === undefined ? {} : { answer: prefaced(replied.answer, `I took that as "${took}".`) }),
      ...(question ? { question } : {}),
    }
  }

  const ask = (text: string, context?: ThreadContext): Reply => reply(read(text, context), context)
  return { read, parse, answer, reply, ask, basis }
}

/** The word of a question that nothing explains, where it is one. */
const slipIn = (command: Command): string | undefined =>
  (command.kind === 'none' || command.kind === 'fact') && /^\p{L}+$/u.test(command.nothingOn ?? '')
    ? command.nothingOn
    : undefined

/** A question as it is answered, where a line told its topic, or nothing did. */
function asAnswered(question: Question, command: Command): Question {
  if (command.kind === 'none') return { ...question, ...refused }
  if (command.kind !== 'fact' || question.intent === 'compare' || question.intent === 'best') return question
  const meshes = question.meshes.length > 0 || question.named.length === 0 ? question.meshes : command.meshes
  return { ...question, intent: 'fact', meshes, topics: command.topics }
}

/** Whether a text that begins like a command is a question: it is read for certain, and all its words mean something. */
function isSurely({ command, question }: Read, text: string, { explains }: Vocabulary): boolean {
  if (!question || unsure.has(command.kind)) return false
  const isWhole = command.kind !== 'fact' || command.nothingOn === undefined
  return isWhole && question.confidence >= surelyAsked && tokenize(text).every(({ word }) => explains(word))
}

const unsure = new Set<Command['kind']>(['none', 'incomplete', 'help'])

const isCallForHelp = (text: string): boolean => /^\W*(help|commands|usage)\W*$/i.test(text.slice(0, 40))
