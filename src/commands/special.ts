import { isOpening } from '../facts/lines.ts'
import { askedOfLines } from '../lines/asked.ts'
import { asksWhatLacks, isForeign, smallTalkOf, type Trouble, toBotOf, troubleOf } from '../questions/aside.ts'
import { asksWhether } from '../questions/aspect.ts'
import type { Question } from '../questions/question.ts'
import type { Reading } from '../questions/reading.ts'
import type { Words } from '../questions/words.ts'
import { type ByLinesReading, readByLines } from './by-lines.ts'
import type { Command } from './command.ts'
import { linesTold } from './lines-told.ts'
import { troubleWith } from './make.ts'
import { againstMesh, nextDoor, type Products } from './products.ts'
import { doubtfulBelow, sureFrom, surelyByLines } from './question-reading.ts'

/** What it takes to tell what is no question about a fact. */
export interface Special extends Products, ByLinesReading {}

/** From here on a question is one, whatever small talk its words would be. */
const surely = 0.8

/**
 * The command of a text that no fact settles: small talk, another language, a product beside the meshes, trouble, or how
 * a setting is written. Undefined for every other.
 */
export function specialCommand(reading: Reading, question: Question, special: Special): Command | undefined {
  const { text, tokens } = reading
  const { words } = special.reader
  const talk = smallTalkOf(tokens, words['small-talk'])
  if (talk && (question.intent === 'none' || question.confidence < surely || talk === 'thanks'))
    return { kind: 'help', about: talk }
  if (isForeign(text, tokens, words)) return { kind: 'none', meshes: [], near: [], foreign: true }
  const toBot = question.intent === 'none' || !question.grounded ? toBotOf(reading, words) : undefined
  if (toBot) return { kind: 'help', about: toBot }
  if (isOnNeed(reading, words)) return { kind: 'need' }
  const lacking = whatLacks(question, reading, words)
  if (lacking) return lacking
  return (
    againstMesh(question, reading, special) ??
    trouble(question, reading, troubleOf(tokens, words.trouble), special) ??
    nextDoor(reading, question, special)
  )
}

/** Whether it is asked if a mesh is needed at all: of none in particular, or of examples, and not which needs something. */
function isOnNeed({ tokens, mentions }: Reading, { whole, choosing }: Words): boolean {
  const named = new Set(mentions.flatMap(({ mesh, by }) => (by === 'name' ? [mesh] : [])))
  if (named.size === 1 || named.size < new Set(mentions.map(({ mesh }) => mesh)).size) return false
  return !choosing.which.has(tokens[0]?.word ?? '') && whole['need-a-mesh'].find(tokens).length > 0
}

/** What one mesh lacks, or one of its modes, by itself or beside another. */
function whatLacks({ named, modes, groups, intent }: Question, reading: Reading, words: Words): Command | undefined {
  if (named.length < 1 || named.length > 2 || intent === 'migrate' || !asksWhatLacks(reading, words)) return undefined
  const [group] = groups
  return {
    kind: 'lacks',
    meshes: named,
    modes: modes.filter(({ mesh }) => named.includes(mesh)),
    ...(group === undefined ? {} : { group }),
  }
}

/** From here on a line that has words of the question may be what explains trouble, or tells how a thing is done. */
const explaining = 0.15

/** What is answered as it is read, though words in it may tell of trouble. */
const settled = new Set<Question['intent']>([
  'compare',
  'best',
  'estimate',
  'recommend',
  'define',
  'migrate',
  'profile',
])

function trouble(
  question: Question,
  reading: Reading,
  about: Trouble | undefined,
  special: Special,
): Command | undefined {
  const { words } = special.reader
  const { intent, confidence, topics } = question
  if (about === undefined || (settled.has(intent) && confidence >= doubtfulBelow)) return undefined
  // "Does it work when the control plane crashes" and "what happens if a pod fails" are asked of facts.
  const isOnFact = intent === 'fact' && confidence >= sureFrom
  if (isOnFact && about === 'perhaps-broken') return undefined
  const isLikelyFact = intent === 'fact' && confidence >= doubtfulBelow
  if (isLikelyFact && about !== 'how-to' && asksWhether(reading.tokens, words.aspects)) return undefined
  if (isOnFact && about === 'how-to' && question.aspect === 'can') return undefined
  const mesh = question.meshes[0] ?? question.named[0]
  const { answer, question: reread, p = 0 } = readByLines(question, special)
  const explains =
    answer !== undefined &&
    answer.p >= explaining &&
    // The code of an error is found anywhere, and how a thing is done is more than that it can be.
    [...answer.met.keys()].some((word) => !/\d/.test(word)) &&
    !(about === 'how-to' && isOpening(answer.fact, answer.line))
  const topic =
    explains || p >= surelyByLines || confidence >= doubtfulBelow ? (reread.topics[0] ?? topics[0]) : undefined
  if (mesh === undefined && topic === undefined) return undefined
  return troubleWith(
    about === 'how-to' ? 'how-to' : 'broken',
    mesh,
    topic,
    explains ? linesTold(special.ranking.rank(askedOfLines(question, answer.fact.mesh.id), [answer.fact])) : [],
  )
}
