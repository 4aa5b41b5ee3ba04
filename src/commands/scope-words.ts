import type { Group, Knowledge, Topic } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import type { Reader } from '../questions/reading.ts'
import { tokenize } from '../questions/tokens.ts'
import { slipsBetween } from '../slips.ts'
import type { Scope } from './command.ts'

/** Reads what a comparison or a ranking is on. */
export interface ScopeWords {
  /** Everything, an area or topics: by id, title or alias, or by one that a slip of the finger is off. */
  read(text: string): Scope | undefined
  /** The area that a text is the name of, or the area or topic whose name it is a slip off; `isSlip` tells which. */
  named(text: string): { readonly scope: Scope; readonly isSlip: boolean } | undefined
  /**
   * Topics that words may have to do with, the nearest first: of the area that they were read as, or such as go by these
   * words among others.
   */
  near(text: string, scope: Scope | undefined): readonly Topic[]
}

/** How many topics are offered where none was told for certain. */
const mostNear = 5

/** A name by which an area or a topic goes. Ids and titles are told from their aliases where both are as near. */
interface Name {
  readonly name: string
  readonly isAlias: boolean
  readonly scope: Scope
}

export function scopeWords({ groups, topics }: Knowledge, reader: Reader): ScopeWords {
  const names = once(() => [
    ...groups.flatMap((group) => namesOf(group, { kind: 'group', group: group.id })),
    ...topics.flatMap((topic) => namesOf(topic, { kind: 'topics', topics: [topic.id] })),
  ])
  const isTopic = (id: string) => topics.some((topic) => topic.id === id)
  const groupNamed = (name: string): Scope | undefined => {
    const group = groups.find(({ id, title }) => id === name || title.toLowerCase() === name)
    return group && { kind: 'group', group: group.id }
  }

  const read = (text: string): Scope | undefined => {
    const words = text.trim().toLowerCase()
    if (words === '' || words === 'all' || words === 'overall') return { kind: 'overall' }
    const [, named] = /^area\s+(.+)$/.exec(words) ?? []
    const group = groupNamed(named ?? words)
    if (named !== undefined && group) return group
    const ids = words.split(/[\s,]+/)
    if (ids.every(isTopic)) return { kind: 'topics', topics: ids }
    if (group) return group
    const { topics, groups, tokens } = reader.read(text)
    if (topics.length > 0) return { kind: 'topics', topics: [...new Set(topics.map(({ value }) => value))] }
    const area = groups.find(({ start, end }) => end - start === tokens.length)
    return area ? { kind: 'group', group: area.value } : slipped(words, names())
  }

  const named = (text: string) => {
    const words = text.trim().toLowerCase()
    const group = groupNamed(words)
    if (group) return { scope: group, isSlip: false }
    const scope = names().some(({ name }) => name === words) ? undefined : slipped(words, names())
    return scope && { scope, isSlip: true }
  }

  const stemsOfNames = once(() =>
    topics.map((topic) => ({
      topic,
      names: [topic.title, ...topic.words].map((name): ReadonlySet<string> => new Set(stemsOf(name))),
    })),
  )
  const near = (text: string, scope: Scope | undefined): readonly Topic[] => {
    if (scope?.kind === 'group') return topics.filter(({ group }) => group === scope.group).slice(0, mostNear)
    const stems = stemsOf(text)
    if (stems.length === 0) return []
    return stemsOfNames()
      .map(({ topic, names }) => ({
        topic,
        shared: names.filter((own) => stems.every((stem) => own.has(stem))).length,
      }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, mostNear)
      .map(({ topic }) => topic)
  }
  return { read, named, near }
}

const namesOf = ({ id, title, words }: Group | Topic, scope: Scope): Name[] => [
  ...[id, title].map((name) => ({ name: name.toLowerCase(), isAlias: false, scope })),
  ...words.map((name) => ({ name: name.toLowerCase(), isAlias: true, scope })),
]

const stemsOf = (text: string): string[] => tokenize(text).map(({ stem }) => stem)

/** How many slips a name of some length may have and still be told from others. */
const slipsIn = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2)

/** What words are meant for that are a slip or two off: undefined where nothing is so near, or several things are. */
function slipped(words: string, names: readonly Name[]): Scope | undefined {
  const found = names
    .flatMap(({ name, isAlias, scope }) => {
      const slips = slipsBetween(words, name, slipsIn(words.length))
      return slips === undefined ? [] : [{ far: slips * 2 + (isAlias ? 1 : 0), scope }]
    })
    .sort((a, b) => a.far - b.far)
  const [best] = found
  const meant = new Set(found.filter(({ far }) => far === best?.far).map(({ scope }) => JSON.stringify(scope)))
  return meant.size === 1 ? best?.scope : undefined
}
