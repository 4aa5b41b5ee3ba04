import type { Fact } from '../facts/fact.ts'
import type { LineSearch } from '../facts/line-search.ts'
import { isOpening, isSentence, type Line, linesById, linesOf } from '../facts/lines.ts'
import type { Neighbour } from '../knowledge/knowledge.ts'
import { askingSentence } from '../questions/aspect.ts'
import type { Question } from '../questions/question.ts'
import type { Reading as TextReading } from '../questions/reading.ts'
import { wordsAlone } from '../wording.ts'
import type { Command } from './command.ts'
import type { Products } from './products.ts'
import { type Reading, sureFrom } from './question-reading.ts'

/** In a longer question a product is more often a circumstance than what is asked about. */
const longest = 16
/** What may be answered by another line than the one that was read, for the sake of a product that this speaks of. */
const mayYield = new Set<Command['kind']>(['fact', 'show', 'none', 'troubleshoot'])

/**
 * The answer to a question on one of our meshes that names a product beside it: the product is never left out. The line
 * that speaks of it is told, how it stands to the mesh, or that nothing is known of it.
 */
export function withProduct(
  command: Command,
  question: Question,
  text: TextReading,
  { finder, reader }: Products,
  reading: Reading,
): Command {
  const { apart } = reader.words.whole
  const [mesh, ...others] = question.named
  const yields = mayYield.has(command.kind) || question.confidence < sureFrom
  if (mesh === undefined || others.length > 0 || !yields || command.beside !== undefined) return command
  const asking = askingSentence(text)
  const [named] = asking.length > longest ? [] : finder.find(asking).named
  const product = named && reading.knowledge.neighbours.find(({ id }) => id === named.id)
  if (!named || !product) return command
  const words = [...new Set([...named.words.split(/\s+/), ...question.content])]
  const { topics } = reading.knowledge
  const asked = topics.filter(({ id }) => command.kind === 'fact' && command.topics.includes(id))
  const about = (ids: readonly { readonly id: string }[], meshId = mesh) =>
    ids.map(({ id }) => reading.facts.of(meshId, id))
  const facts = about(asked)
  const names = namesOf(product)
  const speaks = (line: Line) => isSentence(line) && names(line)
  const told = command.kind === 'fact' ? (command.told ?? []) : []
  if (facts.some((fact) => linesById(fact, told).some(speaks))) return command
  // Held against a mesh, it is asked what it is beside that.
  const isApart = asking.some(({ word }) => apart.has(word))
  const own = isApart ? undefined : speaking(speaks, words, facts, reading.lines)
  const elsewhere = named.shared || own || isApart ? undefined : speaking(speaks, words, about(topics), reading.lines)
  const line = own ?? elsewhere
  if (line) {
    const isSaidAnyway = isOpening(line.fact, line.line) && line === own
    if (isSaidAnyway || (command.kind === 'troubleshoot' && command.about === 'broken')) return command
    const { modes } = question
    const found = { topics: [line.fact.topic.id], told: [line.line.id], focus: line.words }
    return { kind: 'fact', meshes: [mesh], modes, aspect: 'what', ...found }
  }
  if (command.kind === 'troubleshoot' || facts.some((fact) => linesOf(fact).some(names))) return command
  const isKnownElsewhere = () =>
    reading.knowledge.meshes.some(({ id }) => speaking(speaks, words, about(asked, id), reading.lines))
  // A name that a topic goes by as well may mean no more than the topic, unless another mesh does it with that product.
  if (named.shared && !isKnownElsewhere()) return command
  const isRelated = product.relations.some((one) => one.mesh === mesh)
  if (!named.shared && (isRelated || command.kind === 'none')) return { kind: 'neighbour', neighbour: product.id, mesh }
  return command.kind === 'fact' && command.nothingOn === undefined ? { ...command, nothingOn: product.name } : command
}

/** Whether a line has any of the names of a product. */
function namesOf({ name, aliases }: Neighbour): (line: Line) => boolean {
  const names = [name, ...aliases].map(wordsAlone)
  return ({ text }) => names.some((one) => wordsAlone(text).includes(one))
}

/** The line of some facts that speaks of a product, with the words that lead to it: a statement before others. */
const speaking = (
  speaks: (line: Line) => boolean,
  words: readonly string[],
  facts: readonly Fact[],
  lines: LineSearch,
) => lines.find(words, facts, (line) => line.kind === 'statement' && speaks(line)) ?? lines.find(words, facts, speaks)
