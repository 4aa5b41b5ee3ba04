import type { Basis } from '../advisor/basis.ts'
import type { Known } from '../answers/known.ts'
import { closest } from '../closest.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { placesIn } from '../questions/phrases.ts'
import type { Reader } from '../questions/reading.ts'
import type { Vocabulary } from '../questions/vocabulary.ts'
import { inSentence, listed } from '../wording.ts'
import type { Command, NamedMeshes, Scope } from './command.ts'
import { linkWords } from './link-words.ts'
import { topicsCommand } from './make.ts'
import { designsAsModes } from './named-designs.ts'
import { type ScopeWords, scopeWords } from './scope-words.ts'

/** What commands are read with: they know meshes by every alias, mode and slip of the finger that questions do. */
export interface Tools {
  readonly knowledge: Knowledge
  /** What needs are read by; undefined where the knowledge has no criteria. */
  readonly basis: Basis | undefined
  readonly reader: Reader
  /** The meshes of a list such as "istio ambient, linkrd vs the ebpf one", and the words that are none. */
  readMeshes(text: string): ReadMeshes
  /** Everything, an area or topics, by id, title, alias or a slip of one; undefined for any other words. */
  readScope(text: string): Scope | undefined
  /** The area that a text is the name of, or the area or topic whose name it is a slip off. */
  readonly scopeNamed: ScopeWords['named']
  /** Whether words name a topic or an area. */
  namesTopic(text: string): boolean
  nameOf(meshId: string): string
  /** That words name no mesh; `said` is what was typed, `among` those that may have been meant. */
  noSuchMesh(said: string, words: readonly string[], say: (id: string) => Command, among?: readonly string[]): Command
  /** That words name no topic, or an area where a topic is asked for; `say` is the command for one that may be meant. */
  noSuchTopic(said: string, text: string, say: (id: string) => Command): Command
  /** Whether a word means something, here or in English: what does is hardly a slip. */
  explains(word: string): boolean
}

export interface ReadMeshes extends NamedMeshes {
  readonly unknown: readonly string[]
  /** Whether all were meant: then none is named. */
  readonly all: boolean
}

const separators = new Set<string>([...linkWords, 'all', 'every', 'between'])
const isAll = /^\s*(all|everything|every|all four|them all)\b/i

export function createTools({ knowledge, basis }: Known, reader: Reader, { explains }: Vocabulary): Tools {
  const meshIds = knowledge.meshes.map(({ id }) => id)
  const scopes = scopeWords(knowledge, reader)
  const isTopic = (id: string) => knowledge.topics.some((topic) => topic.id === id)
  const nameOf = (id: string) => knowledge.meshes.find((mesh) => mesh.id === id)?.name ?? id

  const readMeshes = (said: string): ReadMeshes => {
    const text = designsAsModes(said, knowledge)
    if (isAll.test(text)) return { meshes: [], modes: [], unknown: [], all: true }
    return readMeshIds(knowledge, text) ?? readMeshNames(text)
  }

  const readMeshNames = (text: string): ReadMeshes => {
    const { tokens, mentions, modes } = reader.read(text)
    const named = placesIn([...mentions, ...modes])
    const isWord = ({ word }: { word: string }, index: number) => !named.has(index) && !separators.has(word)
    const meshes = [...new Set(mentions.map(({ mesh }) => mesh))]
    return {
      meshes,
      modes: modes.map(({ value }) => value).filter(({ mesh }) => meshes.includes(mesh)),
      unknown: tokens.filter(isWord).map(({ word }) => word),
      all: false,
    }
  }

  return {
    knowledge,
    basis,
    reader,
    readMeshes,
    readScope: scopes.read,
    scopeNamed: scopes.named,
    explains,
    nameOf,
    namesTopic(text) {
      const { topics, groups } = reader.read(text)
      return topics.length > 0 || groups.length > 0 || isTopic(text)
    },
    noSuchMesh(said, words, say, among = meshIds) {
      const word = words.join(' ')
      const near = word ? closest(word, among) : undefined
      return {
        kind: 'incomplete',
        said,
        title: oneThingMissing,
        problem:
          (word ? `I don't know a mesh called "${word}"` : 'I need a mesh for that') +
          `${near ? `: did you mean ${nameOf(near)}?` : '.'} I know ${listed(knowledge.meshes.map(({ name }) => name))}.`,
        choices: (near ? [near] : among).map((id) => ({ label: nameOf(id), command: say(id) })),
        isPerhapsQuestion: true,
      }
    },
    noSuchTopic(said, text, say) {
      const area = scopes.read(text)
      const near = scopes.near(text, area)
      const group = area?.kind === 'group' && knowledge.groups.find(({ id }) => id === area.group)
      return {
        kind: 'incomplete',
        said,
        title: oneThingMissing,
        problem: group
          ? `${group.title} is an area: on which of its topics?`
          : (text.trim() === '' ? 'I need a topic for that.' : `I don't know the topic "${text.trim()}".`) +
            (near.length > 0
              ? ` Did you mean ${listed(
                  near.map(({ title }) => inSentence(title)),
                  'or',
                )}?`
              : ' "topics" lists all that I know.'),
        choices: [
          ...near.map(({ id, title }) => ({ label: title, command: say(id) })),
          { label: 'All topics', command: topicsCommand },
        ],
        isPerhapsQuestion: true,
      }
    },
  }
}

export const oneThingMissing = 'One thing is missing'

/** Reads meshes by their ids alone, each followed by ids of its modes: undefined where any word is something else. */
function readMeshIds({ meshes }: Knowledge, text: string): ReadMeshes | undefined {
  const found: { meshes: string[]; modes: NamedMeshes['modes'][number][] } = { meshes: [], modes: [] }
  for (const word of text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const last = meshes.find(({ id }) => id === found.meshes.at(-1))
    if (meshes.some(({ id }) => id === word)) found.meshes.push(word)
    else if (last && Object.hasOwn(last.modes, word)) found.modes.push({ mesh: last.id, mode: word })
    else return undefined
  }
  return { meshes: [...new Set(found.meshes)], modes: found.modes, unknown: [], all: false }
}

/** Splits "A B on TOPIC" at the last " on ". */
export function splitOn(text: string): { before: string; topicText: string } {
  const match = /^(.*?)(?:^|\s)on(?:\s+(.+))?$/i.exec(text)
  return { before: match?.[1]?.trim() ?? text, topicText: match?.[2]?.trim() ?? '' }
}
