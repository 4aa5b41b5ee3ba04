import type { Answer } from '../answers/answer.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Reply } from '../meshwise.ts'
import { phraseFinder, placesIn } from '../questions/phrases.ts'
import { type Token, tokenize } from '../questions/tokens.ts'

/** How sure of its reading Meshwise must be to answer what nobody addressed to it. */
const sureFrom = 0.8

const words = (list: string): ReadonlySet<string> => new Set(tokenize(list).map(({ stem }) => stem))

/** What may stand before a question without making it another one: "ok, and does it …". */
const polite = words('meshwise ok okay thanks thank you great cool nice hm hmm right well')
const joining = words('and but so then also now')
/** How a question about facts opens. Who, where, did and why are left out: they ask for people, places, what happened, or complain. */
const whether = words('is are does do can has have')
const openings = words('which what whats how since when until compare')
/** How a turn opens that asks the same of something else. */
const more = words('and or plus versus vs')
const versus = words('versus vs')
/** What may stand between names where nothing else is said. */
const between = words('in on with for of the a and or to by versus vs')
/**
 * The words besides names that a question about facts is made of. None is here by which people speak of themselves, of
 * their clusters, of what happens today, or of what they feel: a question with any other word is not plainly about facts.
 */
const plain = words(`
  a an the of in on off at by to for from with without within per via through over under between across into out as than
  and or but not no so then also too both either each every all any other others same another
  is are be does do can could may has have get gets got will would should must which what whats how since when why until
  it its that this these those they them their there one ones mesh meshes
  support supports supported supporting offer offers provide provides include includes allow allows handle handles
  use uses using need needs needed require requires required work works mean means compare compares differ differs
  difference differences make makes enforce enforces run runs
  default built box native natively free paid open source enterprise stable beta alpha mature production ready
  more most less least fewer fewest much many long often higher highest lower lowest bigger biggest smaller smallest
  faster fastest slower slowest best worst better worse cheaper cheapest easier easiest simpler simplest lighter lightest
  heavier heaviest
  version versions release limit limits number figure figures part well
  pod pods node nodes service services request requests call calls client clients traffic proxy proxies`)

/** What a question of meshes has where it names none, and one of a topic that was named before. */
const meshWords = new Set(['mesh', 'meshes', 'one', 'ones', 'it', 'its', 'they', 'them'])
const leaning = new Set(['that', 'too', 'also', 'same'])
/** "What is a waypoint?", and not much more. */
const longestDefinition = 5

/** Answers that say what else could be asked, or speak of another tool. */
const unwanted: ReadonlySet<string> = new Set<Answer['kind']>(['none', 'clarify', 'neighbour', 'help'])

/** What a message that nobody addressed to the bot is held against. */
export interface Manners {
  /**
   * Whether to answer a message of a thread that doesn't mention the bot. People talk among themselves there, and an
   * answer that nobody wanted is worse than none: so only to what is plainly a question about facts, every word of it.
   */
  isWanted(text: string, reply: Reply): boolean
}

/** Builds the manners for the knowledge in service, whose names a question about facts has; once for each. */
export function rememberManners(): (knowledge: Knowledge) => Manners {
  let last: { readonly knowledge: Knowledge; readonly manners: Manners } | undefined
  return (knowledge) => {
    if (last?.knowledge !== knowledge) last = { knowledge, manners: mannersFor(knowledge) }
    return last.manners
  }
}

/** The manners for a knowledge. */
function mannersFor(knowledge: Knowledge): Manners {
  const { meshes, topics, groups, traits, terms } = knowledge
  const named = [
    ...meshes.flatMap(({ id, name, aliases, parts }) => [id, name, ...aliases, ...parts]),
    ...meshes.flatMap(({ modes }) => Object.values(modes).flatMap((mode) => mode.words)),
    ...[...topics, ...groups].flatMap((one) => [one.title, ...one.words]),
    ...traits.flatMap((trait) => trait.words),
    ...terms.flatMap(({ term, aliases }) => [term, ...aliases]),
  ]
  const names = phraseFinder(named.map((phrase) => [phrase, true] as const))
  /** The words of a text that are no part of a name. */
  const besideNames = (tokens: readonly Token[]): readonly Token[] => {
    const places = placesIn(names.find(tokens))
    return tokens.filter((_, at) => !places.has(at))
  }
  /** Only names, and what joins them. */
  const isOfNames = (tokens: readonly Token[]) => {
    const beside = besideNames(tokens)
    return beside.length < tokens.length && beside.every(({ stem }) => between.has(stem))
  }
  return {
    isWanted(text, { answer, question }) {
      if (unwanted.has(answer.kind) || answer.askBack !== undefined) return false
      if (!question?.grounded || question.confidence < sureFrom) return false
      const asked = without(lastClause(tokenize(text)), polite)
      const hasMark = text.trimEnd().endsWith('?')
      const rest = restOfTurn(asked)
      if (rest !== undefined) return isOfNames(rest) && (hasMark || question.named.length > 0)
      if (hasMark && asked.some(({ stem }) => versus.has(stem)) && isOfNames(asked)) return true
      const isDefinition = answer.kind === 'define' && asked.length <= longestDefinition
      const isOfMesh = question.named.length > 0 || asked.some(({ word }) => meshWords.has(word))
      const isOfTopic = question.namesTopic || question.modes.length > 0 || asked.some(({ word }) => leaning.has(word))
      if (!isDefinition && !(isOfMesh && isOfTopic)) return false
      const beside = besideNames(asked)
      return opensQuestion(asked, hasMark) && beside.length > 0 && beside.every(({ stem }) => plain.has(stem))
    },
  }
}

const sentenceEnd = /[.!?;\n](\s|$)/

/** What a text says last: the part after a comma too, where it opens a question of its own. */
function lastClause(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findLastIndex(
    ({ gap }, at) => at > 0 && (sentenceEnd.test(gap) || (gap.includes(',') && opensQuestion(tokens.slice(at), true))),
  )
  return tokens.slice(Math.max(0, start))
}

/** A text without the words of a kind that it begins with. */
function without(tokens: readonly Token[], kind: ReadonlySet<string>): readonly Token[] {
  const start = tokens.findIndex(({ stem }) => !kind.has(stem))
  return start < 0 ? [] : tokens.slice(start)
}

/** Whether some words open a question: of what begins as a question may, "is linkerd …", only a mark tells. */
function opensQuestion(tokens: readonly Token[], hasMark: boolean): boolean {
  const [first] = without(tokens, joining)
  return first !== undefined && (openings.has(first.stem) || (hasMark && whether.has(first.stem)))
}

/** What a turn such as "and istio", "what about memory" asks of; undefined where it is no such turn. */
function restOfTurn(tokens: readonly Token[]): readonly Token[] | undefined {
  const said = without(tokens, joining)
  const isAbout = said[1]?.word === 'about' && (said[0]?.word === 'what' || said[0]?.word === 'how')
  if (isAbout) return said.slice(2)
  const [first] = tokens
  if (first === undefined || !more.has(first.stem) || opensQuestion(tokens, true)) return undefined
  return tokens.slice(1)
}
