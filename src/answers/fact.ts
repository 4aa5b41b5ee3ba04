import { compareMeshes, factOn, showMesh } from '../commands/make.ts'
import { inBrief, inBriefHere, supportWords } from '../facts/brief.ts'
import type { Fact } from '../facts/fact.ts'
import { isOpening, isSentence, isTold, type Line, linesById, linesOf, statementOf } from '../facts/lines.ts'
import { apartInMode, inMode } from '../facts/modes.ts'
import { standing } from '../facts/standing.ts'
import type { Knowledge, Mesh, ModeOfMesh, Topic } from '../knowledge/knowledge.ts'
import type { Aspect } from '../questions/question.ts'
import { firstSentence, inSentence, listed, showRange } from '../wording.ts'
import type { FactAnswer, Suggestion } from './answer.ts'
import { type AspectRow, sentence } from './aspects/aspect.ts'
import { aspectRows } from './aspects/aspects.ts'
import type { Known } from './known.ts'
import { hasAll, replyBy } from './reply.ts'
import { inOneSentence, sayLine } from './say-line.ts'
import { mostMeshes, shownMeshes } from './shown-meshes.ts'

/** What is asked of facts, beyond meshes and topics. */
export interface FactOptions {
  readonly modes?: readonly ModeOfMesh[]
  readonly aspect?: Aspect
  /** The ids of the lines that answer, best first. */
  readonly told?: readonly string[]
  /** Words that narrow the question. */
  readonly focus?: readonly string[]
  /** A word of the question that nothing in the knowledge explains. */
  readonly nothingOn?: string
  /** True where it is asked which ones do not. */
  readonly negated?: boolean
}

/** What meshes do, have or cost on some topics: one fact for each pair, in the order asked. */
export function answerFact(
  known: Known,
  meshes: readonly Mesh[],
  topics: readonly Topic[],
  options: FactOptions = {},
): FactAnswer {
  const asked = meshes.length > 0 ? meshes : known.knowledge.meshes
  const facts = topics.flatMap((topic) =>
    asked.flatMap((mesh) => {
      const modes = options.modes?.filter((one) => one.mesh === mesh.id) ?? []
      const fact = known.facts.of(mesh.id, topic.id)
      if (modes.length > 1) return modes.map(({ mode }) => apartInMode(fact, mode, nameIn(mesh, mode)))
      return [inMode(fact, modes[0]?.mode)]
    }),
  )
  const topicTitles = listed(topics.map(({ title }) => title))
  return {
    kind: 'fact',
    understood: `${meshes.length > 0 ? listed(meshes.map(({ name }) => name)) : 'All meshes'} · ${topicTitles}`,
    headline: topics
      .map((topic) =>
        sayTopic(
          topic,
          facts.filter((fact) => fact.topic.id === topic.id),
          topics.length > 1,
          known,
          options,
        ),
      )
      .join(' '),
    facts,
    ...(options.nothingOn === undefined ? {} : { nothingOn: options.nothingOn }),
    suggestions: nextQuestions(known.knowledge, meshes, topics),
  }
}

/** One fact in full, or what several come to in a sentence. Of several topics each is named. */
function sayTopic(topic: Topic, facts: readonly Fact[], isNamed: boolean, known: Known, options: FactOptions): string {
  const [only, ...others] = facts
  if (!only) return ''
  if (others.length > 0)
    return others.every(({ mesh }) => mesh.id === only.mesh.id)
      ? sayModes(facts)
      : sayMany(topic, facts, known, options)
  const said = sayOne(only, known, options)
  return isNamed ? `${topic.title}: ${said}` : said
}

const nameIn = ({ name, modes }: Mesh, modeId: string): string =>
  `${name} in ${inSentence(modes[modeId]?.name ?? modeId)}`

/** What holds in each of several modes of one mesh. */
const sayModes = (facts: readonly Fact[]): string => sentence(facts.map(inOneClause).join('; '))

function inOneClause(fact: Fact): string {
  const said = fact.value ? `${fact.mesh.name}: ${figureOf(fact)}` : firstSentence(fact.statement)
  return said.replace(/\.$/, '')
}

/**
 * The answer to a question on one mesh and one topic: the lines that answer it, or that its words narrow it to, the field
 * that it asks for, or the fact. A level is a word of reply only where it was plainly asked whether.
 */
function sayOne(
  fact: Fact,
  known: Known,
  { aspect = 'can', told: ids = [], focus = [], nothingOn }: FactOptions,
): string {
  const statement = statementOf(fact)
  if (nothingOn !== undefined) return `I have nothing on ${nothingOn}; on the topic around it: ${statement}`
  // Of a fact in one mode any line of the whole may answer.
  const told = linesById(known.facts.of(fact.mesh.id, fact.topic.id), ids)
  if (aspect !== 'can' && aspect !== 'what') return sayAspect(fact, known, aspectRows[aspect], told, focus)
  const found = told.length > 0 ? told : oneOrNone(lineOn(fact, known, focus, isSentence))
  const [line] = found
  const isStatement = line !== undefined && isOpening(fact, line)
  // What a mesh can't do at all it can't do in any narrower way.
  const isReply = aspect === 'can' && (!line || (isStatement && (fact.support === 'no' || hasAll(line.text, focus))))
  if (line && !isStatement) {
    const reply = aspect === 'can' && !line.mode ? replyBy(line.text, focus) : undefined
    return `${reply ? `${reply} ` : ''}${leading(found, fact)}`
  }
  return `${isReply ? levelOf(fact) : figureOf(fact)} ${line ? leading(found, fact) : statement}`.trim()
}

/**
 * One thing that is asked of a fact: its field, where that is no line, the lines that answer or that the words lead to,
 * or the first line of that kind.
 */
function sayAspect(
  fact: Fact,
  known: Known,
  { asked, say, fits, isField }: AspectRow,
  told: readonly Line[],
  focus: readonly string[],
): string {
  const statement = statementOf(fact)
  const field = say(fact)
  if (isField && field !== undefined) return `${field} ${statement}`
  if (told.length > 0) return leading(told, fact)
  const isAsked = (line: Line) => isTold(line) && fits(line) && (field === undefined || !line.mode)
  const narrow = lineOn(fact, known, focus, isAsked)
  if (narrow) return leading([narrow], fact)
  if (field !== undefined) return `${field} ${statement}`
  const line = lineOn(fact, known, focus, isSentence) ?? linesOf(fact).find(isAsked)
  return line ? leading([line], fact) : `I have nothing on ${asked}; what I have: ${statement}`
}

const oneOrNone = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one])

/** The line that words lead to: of a mode what is said of it, or of its mesh whatever the mode. */
function lineOn(fact: Fact, { facts, lines }: Known, focus: readonly string[], fits = (_: Line) => true) {
  if (!fact.mode) return lines.find(focus, [fact], fits)?.line
  const both = [fact, facts.of(fact.mesh.id, fact.topic.id)]
  return lines.find(focus, both, (line) => !line.mode && fits(line))?.line
}

/** The lines that answer, in one sentence, then the rest of these and of what the fact says. */
function leading(lines: readonly Line[], fact: Fact): string {
  const { sentence, rest, told } = inOneSentence(lines, linesOf(fact), fact.mode?.id)
  const said = told.filter(({ kind }) => kind === 'statement')
  const others = said.reduce((text, line) => text.replace(line.text, ''), statementOf(fact))
  return `${sentence} ${rest} ${others}`.replace(/\s+/g, ' ').trim()
}

const figureOf = ({ value }: Fact): string =>
  value ? `${showRange(value.low, value.high, value.unit)} per ${value.per}.` : ''

/** Yes, no or partly, with what qualifies a yes; or the figure of what is measured. */
function levelOf(fact: Fact): string {
  const { support, brief, maturity, edition } = fact
  // Of what a topic's own few words tell, only that there is none of it is a reply.
  if (fact.value || !support || (brief && support !== 'no')) return figureOf(fact)
  const qualities = [
    ...(maturity && maturity !== 'stable' ? [`as ${maturity}`] : []),
    ...(edition === 'enterprise' ? ['in the paid edition only'] : []),
  ]
  return support === 'yes' && qualities.length > 0 ? `Yes, ${qualities.join(', ')}.` : `${supportWords[support]}.`
}

/** Where several meshes stand on a topic, in one sentence: the best first, or for "which ones don't" the worst. */
function sayMany(
  topic: Topic,
  facts: readonly Fact[],
  known: Known,
  { negated = false, aspect = 'can', focus = [] }: FactOptions,
): string {
  const isPlain = aspect === 'can' || aspect === 'what'
  const fieldOf = (fact: Fact) => (isPlain ? shortLine(fact, known, focus) : aspectRows[aspect].say(fact))
  const hasFields = facts.some((fact) => fieldOf(fact) !== undefined)
  const best = [...facts].sort((a, b) => (standing(b) ?? lowest) - (standing(a) ?? lowest))
  const groups = [
    ...Map.groupBy(negated ? best.reverse() : best, (fact) =>
      hasFields && (!isPlain || fieldOf(fact) !== undefined)
        ? fieldInFewWords(fieldOf(fact))
        : standingInFewWords(fact),
    ),
  ]
  const said = groups.map(([words, members]) => `${listed(members.map(({ mesh }) => mesh.name))}: ${words}`)
  return `${topic.title}: ${said.join('; ')}.`
}

/** A longer line is nothing to put beside others. */
const longestBeside = 120

/** The line of a fact that most of some words lead to, short enough to stand beside those of other meshes. */
function shortLine(fact: Fact, known: Known, focus: readonly string[]): string | undefined {
  const found = known.lines.find(focus, [fact], (line) => !line.mode && isSentence(line))
  const said = found && found.words.length * 2 >= focus.length ? firstSentence(sayLine(found.line)) : undefined
  return said !== undefined && said.length <= longestBeside ? said : undefined
}

const fieldInFewWords = (field: string | undefined): string =>
  field === undefined ? 'nothing known on that' : inSentence(firstSentence(field)).replace(/\.$/, '')

const standingInFewWords = (fact: Fact): string =>
  fact.support && !fact.value && !fact.brief ? inSentence(inBrief(fact)) : inBriefHere(fact)

/** Facts without a standing come after those with one. */
const lowest = Number.NEGATIVE_INFINITY

function nextQuestions(knowledge: Knowledge, meshes: readonly Mesh[], topics: readonly Topic[]): Suggestion[] {
  const [topic] = topics
  const [only] = meshes
  if (!topic) return []
  const ids = meshes.map(({ id }) => id)
  const others = knowledge.topics.filter((other) => other.group === topic.group && !topics.includes(other)).slice(0, 2)
  return [
    ...(meshes.length === 1
      ? [{ label: 'Compare all meshes on this', command: compareMeshes(shownMeshes(knowledge), topic.id) }]
      : []),
    ...others.map(({ id, title }) => ({
      label: title,
      command: meshes.length > 1 ? compareMeshes(ids.slice(0, mostMeshes), id) : factOn(ids, id),
    })),
    ...(only && meshes.length === 1 ? [{ label: `All on ${only.name}`, command: showMesh(only.id) }] : []),
  ]
}
