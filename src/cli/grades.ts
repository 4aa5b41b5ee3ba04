import { closest } from '../closest.ts'
import { type AddressedFact, factsOn } from '../knowledge/addressed-facts.ts'
import type { Knowledge, Topic } from '../knowledge/knowledge.ts'
import type { Cell, SupportLevel } from '../knowledge/schema.ts'
import { UsageError } from './failures.ts'

/** How one mesh, or one of its modes, is graded on a topic. */
export interface Grade {
  readonly address: string
  readonly mesh: string
  readonly mode?: string
  readonly support?: SupportLevel | undefined
  readonly reason?: string | undefined
  readonly maturity?: Cell['maturity']
  readonly edition?: Cell['edition']
  readonly default?: string | undefined
  readonly brief?: string | undefined
  readonly value?: Cell['value']
  readonly rank?: Cell['rank']
  readonly statement: string
}

/** Two cells that say the same and are graded differently: not wrong by itself, but worth a look. */
export interface SameWords {
  readonly addresses: readonly [string, string]
  readonly levels: readonly [SupportLevel, SupportLevel]
  readonly words: readonly string[]
}

export interface TopicGrades {
  readonly topic: Topic
  readonly grades: readonly Grade[]
  readonly sameWords: readonly SameWords[]
}

/** The topic of some words: its id, title or one of its words. Throws UsageError with the nearest where there is none. */
export function topicNamed({ topics }: Knowledge, said: string): Topic {
  const words = said.trim().toLowerCase()
  const isNamed = ({ id, title, words: others }: Topic) =>
    [id, title, ...others].some((name) => name.toLowerCase() === words)
  const topic = topics.find(({ id }) => id === words) ?? topics.find(isNamed)
  if (topic) return topic
  const names = new Map(topics.flatMap(({ id, title }) => [[id, id] as const, [title.toLowerCase(), id] as const]))
  const near = names.get(closest(words, [...names.keys()]) ?? '')
  throw new UsageError(
    `There is no topic "${said}"${near ? `: did you mean "${near}"?` : '.'} "mesh topics" lists all of them.`,
  )
}

/** All meshes on one topic, and where the same words got different levels. */
export function gradesOn({ meshes }: Knowledge, topic: Topic): TopicGrades {
  const facts = meshes.flatMap((mesh) => factsOn(mesh, topic))
  return { topic, grades: facts.map(gradeOf), sameWords: sameWordsOf(facts) }
}

function gradeOf({ address, mesh, mode, cell, statement }: AddressedFact): Grade {
  const { support, reason, maturity, edition, brief, value } = cell
  return {
    address,
    mesh: mesh.id,
    ...(mode ? { mode } : {}),
    support,
    reason,
    maturity,
    edition,
    default: cell.default,
    brief,
    value,
    ...('rank' in cell ? { rank: cell.rank } : {}),
    statement,
  }
}

const sameWordsOf = (facts: readonly AddressedFact[]): SameWords[] =>
  facts.flatMap((one, index) =>
    facts.slice(index + 1).flatMap((other): SameWords[] => {
      const [a, b] = [one.cell.support, other.cell.support]
      if (one.mesh === other.mesh || !a || !b || a === b) return []
      const words = sharedWords(one, other)
      return words.length === 0 ? [] : [{ addresses: [one.address, other.address], levels: [a, b], words }]
    }),
  )

/** The names under `via` that two cells share, and the runs of words that both say, however the meshes are called. */
function sharedWords(one: AddressedFact, other: AddressedFact): string[] {
  const names = one.cell.via.filter((name) => other.cell.via.some((its) => its.toLowerCase() === name.toLowerCase()))
  return [...new Set([...names, ...sharedRuns(textsOf(one), textsOf(other))])]
}

const textsOf = ({ mesh, cell, statement }: AddressedFact): string[][] =>
  [statement, cell.reason ?? '', cell.brief ?? ''].map((text) =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? []).map((word) =>
      word.replace(/['’]s$/, '') === mesh.name.toLowerCase() ? '…' : word,
    ),
  )

/** Fewer words in a row are shared by chance. */
const shortestRun = 4

function sharedRuns(ours: readonly (readonly string[])[], theirs: readonly (readonly string[])[]): string[] {
  const theirRuns = new Set(theirs.flatMap((words) => runsOf(words).map(({ text }) => text)))
  return ours.flatMap((words) => {
    const starts = runsOf(words)
      .filter(({ text }) => theirRuns.has(text))
      .map(({ at }) => at)
    return starts
      .filter((at) => !starts.includes(at - 1))
      .map((at) => {
        let last = at
        while (starts.includes(last + 1)) last++
        return words.slice(at, last + shortestRun).join(' ')
      })
  })
}

const runsOf = (words: readonly string[]): { at: number; text: string }[] =>
  words
    .slice(0, Math.max(0, words.length - shortestRun + 1))
    .map((_, at) => ({ at, text: words.slice(at, at + shortestRun).join(' ') }))
