import { askedAbout } from '../advisor/prefill.ts'
import { countAnswers } from '../advisor/requirements.ts'
import { fromWords, merged, without } from '../advisor/words.ts'
import { needsTopic } from '../questions/interpret.ts'
import type { Question, ThreadContext } from '../questions/question.ts'
import type { Command } from './command.ts'
import { inDoubt, weighed } from './in-doubt.ts'
import { recommendBy } from './make.ts'
import { narrowed } from './narrowed.ts'
import { notCovered, unexplained, unexplainedOf } from './not-covered.ts'
import { plainCommand } from './plain-command.ts'
import { doubtfulBelow, type Reading, sureFrom, surelyByLines } from './question-reading.ts'
import { reread, rescued } from './reread.ts'
import { allModes, asOneQuestion } from './together.ts'

/** The same for a text that names nothing known: a sure reading of it rests on its turn of phrase alone. */
const doubtfulWithoutNames = 0.5
/** And for a text that has the topic's own words, or a thread that has a topic: it hardly means another. */
const doubtfulWithTopic = 0.2

/** The command that a question comes to. `before` is the thread so far, whose needs count for a recommendation. */
export function commandFor(
  asRead: Question,
  text: string,
  before: ThreadContext | undefined,
  reading: Reading,
): Command {
  const { question, line, p, isReread } = reread(asRead, reading)
  const isSure = p !== undefined && p >= surelyByLines
  const advice =
    question.intent === 'recommend' && reading.advice ? recommendFor(question, text, before, reading) : undefined
  // "Ambient or sidecars?" of somebody who tells nothing of themselves is on the two.
  const isTold = advice?.kind === 'recommend' && countAnswers(advice.requirements) > 0
  if (advice && isTold && question.confidence >= sureFrom) return advice
  const asOne = asOneQuestion(question, text, reading)
  if (asOne) return asOne
  if (advice) return advice
  const { knowledge } = reading
  const command = plainCommand(question, knowledge)
  if (command.kind === 'incomplete') return command
  const nearest = (): Command => {
    const near = [...question.topics, ...question.alternatives]
    return unexplained(command.kind === 'none' ? command : notCovered(question, near, knowledge), question, reading)
  }
  const instead = (fact: Command<'fact'> | undefined): Command =>
    fact ? weighed(fact, question, reading, false) : nearest()
  if (command.kind === 'none') return instead(rescued(question, reading))
  if (!isSure && !isReread && isUnsure(question, before !== undefined)) {
    if (command.kind === 'compare' && question.meshes.length > 1) return { ...command, scope: { kind: 'overall' } }
    return instead(rescued(question, reading) ?? allModes(question, reading))
  }
  // "Does it work with X" of an X that nothing explains is not answered by all that there is on the mesh.
  if (command.kind === 'show' && question.aspect === 'can' && unexplainedOf(question.focus, reading) !== undefined)
    return unexplained(notCovered(question, question.alternatives, knowledge), question, reading)
  if (command.kind === 'fact') {
    const fact = { ...command, ...narrowed(question, command, reading, isReread ? line?.words : undefined) }
    return weighed(fact, question, reading, isSure)
  }
  if (isSure || question.confidence >= sureFrom) return command
  const doubted = inDoubt(command, question, knowledge)
  return doubted.doubt.perhaps.length > 0 ? doubted : command
}

/** An answer that is as likely off the point as on it is none: what lies nearest is offered instead. */
const isUnsure = ({ intent, confidence, grounded, namesTopic, named }: Question, inThread: boolean): boolean =>
  (needsTopic.has(intent) || (intent === 'migrate' && named.length < 2)) &&
  confidence < (namesTopic || inThread ? doubtfulWithTopic : grounded ? doubtfulBelow : doubtfulWithoutNames)

/** The needs that words tell of, with those of the thread so far. */
export function recommendFor(
  question: Question,
  text: string,
  before: ThreadContext | undefined,
  { advice }: Reading,
): Command {
  if (!advice) return { kind: 'help' }
  const { requirements, assumptions, gone } = advice.prefill(text, question)
  const earlier = before?.requirements === undefined ? undefined : fromWords(before.requirements, advice.basis)
  return {
    ...recommendBy(without(gone, merged(earlier?.ok ? earlier.requirements : undefined, requirements))),
    assumed: assumptions,
    about: askedAbout(question),
  }
}
