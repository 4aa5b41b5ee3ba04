import { closest } from '../closest.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Mention, Reader } from '../questions/reading.ts'
import type { TopicSearch } from '../questions/topic-search.ts'
import { slipsBetween } from '../slips.ts'
import { listed } from '../wording.ts'
import { type Command, type CommandScope, commandNames } from './command.ts'
import { linkWords } from './link-words.ts'
import { parseDiagram, parseEstimate } from './size-commands.ts'

export interface CommandParser {
  parse(text: string): Command
}

/** Cards compare side by side, and more columns than this are not readable. */
const mostMeshes = 4
const separators = new Set<string>([...linkWords, 'all', 'every', 'between'])
/** How many letters a mistyped command may be off. */
const mostSlips = 2
const isAll = /^\s*(all|everything|every|all four|them all)\b/i

/** Builds the parser of commands; it knows meshes by every alias, mode and slip of the finger that questions do. */
export function commandParser(knowledge: Knowledge, reader: Reader, search: TopicSearch): CommandParser {
  const meshIds = knowledge.meshes.map(({ id }) => id)
  const topicByTitle = new Map(knowledge.topics.map(({ id, title }) => [title.toLowerCase(), id]))
  const nameOf = (id: string) => knowledge.meshes.find((mesh) => mesh.id === id)?.name ?? id

  /** The meshes of a list such as "istio, linkrd vs the ebpf one", and the words that are none. */
  const readMeshes = (text: string) => {
    const { tokens, mentions, modes } = reader.read(text)
    const inMention = (index: number) => mentions.some(({ start, end }: Mention) => start <= index && index < end)
    const inMode = (index: number) => modes.some(({ start, end }) => start <= index && index < end)
    const isWord = ({ word }: { word: string }, index: number) =>
      !inMention(index) && !inMode(index) && !separators.has(word)
    const unknown = tokens.filter(isWord).map(({ word }) => word)
    const meshes = isAll.test(text) ? meshIds : [...new Set(mentions.map(({ mesh }) => mesh))]
    return { meshes, unknown, modes: modes.map(({ value }) => value).filter(({ mesh }) => meshes.includes(mesh)) }
  }

  const readTopics = (text: string): CommandScope | undefined => {
    const words = text.trim().toLowerCase()
    if (words === '' || words === 'all' || words === 'overall') return { kind: 'overall' }
    const ids = words.split(/[\s,]+/)
    const exact = ids.filter((id) => knowledge.topics.some((topic) => topic.id === id))
    if (exact.length === ids.length) return { kind: 'topics', topics: exact }
    const group = knowledge.groups.find(({ id, title }) => id === words || title.toLowerCase() === words)
    if (group) return { kind: 'group', group: group.id }
    const { topics, groups, tokens } = reader.read(text)
    if (topics.length > 0) return { kind: 'topics', topics: [...new Set(topics.map(({ value }) => value))] }
    const area = groups.find(({ start, end }) => end - start === tokens.length)
    if (area) return { kind: 'group', group: area.value }
    const title = closest(words, [...topicByTitle.keys()])
    const titled = title && topicByTitle.get(title)
    if (titled) return { kind: 'topics', topics: [titled] }
    const near = search.nearest(text)
    return near && { kind: 'topics', topics: [near.id] }
  }

  const noSuchMesh = (words: readonly string[], say: (id: string) => string, among = meshIds): Command => {
    const word = words.join(' ')
    const near = word ? closest(word, among) : undefined
    return {
      kind: 'incomplete',
      problem:
        (word ? `I don't know a mesh called "${word}"` : 'I need a mesh for that') +
        `${near ? `: did you mean ${nameOf(near)}?` : '.'} I know ${listed(knowledge.meshes.map(({ name }) => name))}.`,
      choices: (near ? [near] : among).map((id) => ({ label: nameOf(id), command: say(id) })),
    }
  }
  const noSuchTopic = (text: string): Command => ({
    kind: 'incomplete',
    problem: `I don't know the topic "${text.trim()}". "topics" lists all that I know.`,
    choices: [{ label: 'All topics', command: 'topics' }],
  })

  const compare = (rest: string): Command => {
    const { before, topicText } = splitOn(rest)
    const { meshes, unknown, modes } = readMeshes(before)
    // "compare istio linkerd retries": words that name a topic need no "on".
    const unsaid = topicText === '' && unknown.length > 0 && namesTopic(unknown.join(' ')) ? unknown.join(' ') : ''
    const scopeText = topicText || unsaid
    const scope = readTopics(scopeText)
    if (!scope) return noSuchTopic(scopeText)
    const on = scopeText ? ` on ${scopeText}` : ''
    if (unknown.length > 0 && !unsaid) {
      const others = meshIds.filter((id) => !meshes.includes(id))
      return noSuchMesh(unknown, (id) => `compare ${[...meshes, id].join(' ')}${on}`, others)
    }
    const [first] = meshes
    if (first === undefined) return { kind: 'compare', meshes: meshIds.slice(0, mostMeshes), scope, modes }
    if (meshes.length === 1) {
      const others = meshIds.filter((id) => id !== first)
      return {
        kind: 'incomplete',
        problem: `Compare ${nameOf(first)} with which mesh?`,
        choices: [
          ...others.map((id) => ({ label: nameOf(id), command: `compare ${first} ${id}${on}` })),
          { label: 'All of them', command: `compare ${meshIds.join(' ')}${on}` },
        ],
      }
    }
    return { kind: 'compare', meshes: meshes.slice(0, mostMeshes), scope, modes }
  }

  const namesTopic = (text: string): boolean => {
    const { topics, groups } = reader.read(text)
    return topics.length > 0 || groups.length > 0 || knowledge.topics.some(({ id }) => id === text)
  }

  /** Commands of the shape MESHES on TOPIC, all meshes if none is named. */
  const onTopic = (rest: string, make: (meshes: readonly string[], topics: readonly string[]) => Command): Command => {
    const { before, topicText } = splitOn(rest)
    const { meshes, unknown } = readMeshes(before)
    const words = topicText || unknown.join(' ')
    const scope = readTopics(words)
    return scope?.kind === 'topics' ? make(meshes, scope.topics) : noSuchTopic(words)
  }

  /** A term by its id, or by any name that it has. */
  const termId = (text: string): string =>
    knowledge.terms.some(({ id }) => id === text) ? text : (reader.read(text).terms[0]?.value ?? text)

  const parse = (text: string): Command => {
    const [name = '', ...words] = text.trim().split(/\s+/)
    const rest = text.trim().slice(name.length).trim()
    switch (name.toLowerCase()) {
      case '':
      case 'help':
      case '?':
      // Answered where the bot runs: nothing is known of that here.
      case 'status':
        return { kind: 'help' }
      case 'topics':
        return { kind: 'topics' }
      case 'ask':
        return rest ? { kind: 'ask', question: rest } : { kind: 'help' }
      case 'compare':
        return compare(rest)
      case 'show': {
        const { meshes } = readMeshes(rest)
        if (meshes.length > 1) return compare(rest)
        return meshes[0] ? { kind: 'show', mesh: meshes[0] } : noSuchMesh(words, (id) => `show ${id}`)
      }
      case 'sources': {
        const mesh = readMeshes(rest).meshes[0]
        if (!mesh) return noSuchMesh(words, (id) => `sources ${id}`)
        const scope = readTopics(
          words.filter((word) => reader.read(word).mentions.length === 0 && word !== 'on').join(' '),
        )
        return { kind: 'sources', mesh, topics: scope?.kind === 'topics' ? scope.topics : [] }
      }
      case 'estimate':
        return parseEstimate(rest, readMeshes, reader)
      case 'diagram':
        return parseDiagram(rest, knowledge, reader)
      case 'fact':
        return onTopic(rest, (meshes, topics) => ({ kind: 'fact', meshes, topics }))
      case 'best':
      case 'worst':
        return onTopic(rest, (meshes, topics) => ({
          kind: 'best',
          topic: topics[0] ?? 'best-fit',
          order: name.toLowerCase() === 'worst' ? 'worst' : 'best',
          meshes,
        }))
      case 'define':
        return { kind: 'define', term: termId(rest) }
      // In Slack a form takes the correction; what gets here doesn't say which fact is meant.
      case 'corrections':
        return {
          kind: 'incomplete',
          problem: 'Say which fact is wrong, by its mesh and topic, such as "corrections linkerd retries" in Slack.',
          choices: [{ label: 'All topics', command: 'topics' }],
        }
      case 'recommend':
        return { kind: 'recommend', needs: rest }
      case 'migrate':
        return { kind: 'migrate', meshes: readMeshes(rest).meshes.slice(0, 2) }
      default: {
        const [only] = words.length === 0 ? readMeshes(name).meshes : []
        if (only) return { kind: 'show', mesh: only }
        const nearest = closest(name.toLowerCase(), commandNames)
        const isSlip = nearest !== undefined && slipsBetween(name.toLowerCase(), nearest, mostSlips) !== undefined
        return { kind: 'help', unknown: name, ...(isSlip ? { nearest } : {}) }
      }
    }
  }
  return { parse }
}

/** Splits "A B on TOPIC" at the last " on ". */
function splitOn(text: string): { before: string; topicText: string } {
  const match = /^(.*?)(?:^|\s)on(?:\s+(.+))?$/i.exec(text)
  return { before: match?.[1]?.trim() ?? text, topicText: match?.[2]?.trim() ?? '' }
}
