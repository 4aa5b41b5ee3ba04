/**
 * Measures how understanding and loading grow with the knowledge: `npm run bench:scale`. Everything is a ratio within
 * this run. The grown knowledge has a hundred times the meshes, terms and words of topics.
 */
import Fuse from 'fuse.js'
import { dump, load } from 'js-yaml'
import { z } from 'zod'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { loadKnowledge, ownKnowledgeDirectory, readYamlFiles } from '../src/knowledge/load.ts'
import { parseKnowledge } from '../src/knowledge/parse.ts'
import { ownModel } from '../src/questions/classifier/own-model.ts'
import { createReader } from '../src/questions/reading.ts'
import { createUnderstanding } from '../src/questions/understand.ts'
import { ownWords } from '../src/questions/words/own-words.ts'

const today = '2026-12-31'
const times = 100
const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, today)
if (!loaded.ok) throw new Error('the knowledge has problems: mesh knowledge check')
const { knowledge } = loaded
const questions = knowledge.topics.flatMap(({ phrasings }) => phrasings)

const copies = <T>(items: readonly T[], copy: (item: T, number: number) => T): T[] =>
  Array.from({ length: times }, (_, number) => items.map((item) => (number === 0 ? item : copy(item, number)))).flat()

const grown: Knowledge = {
  ...knowledge,
  meshes: copies(knowledge.meshes, (mesh, number) => ({
    ...mesh,
    id: `${mesh.id}${number}`,
    name: `${mesh.name}${number}`,
    aliases: mesh.aliases.map((alias) => `${alias}${number}`),
    parts: mesh.parts.map((part) => `${part}${number}`),
  })),
  topics: knowledge.topics.map((topic) => ({
    ...topic,
    words: copies(topic.words, (word, number) => `${word}${number}`),
  })),
  terms: copies(knowledge.terms, (term, number) => ({
    ...term,
    id: `${term.id}-${number}`,
    term: `${term.term}${number}`,
    aliases: term.aliases.map((alias) => `${alias}${number}`),
  })),
}

console.log(
  `Milliseconds a question, over ${questions.length} questions, with the knowledge as it is and ${times} times as large`,
)
const understandOf = (known: Knowledge) =>
  createUnderstanding(known, createReader(known, ownWords()), ownModel()).understand
const fuseOf = (known: Knowledge) => {
  const fuse = new Fuse(known.topics, { keys: ['title', 'words', 'meaning', 'phrasings'], ignoreLocation: true })
  return (text: string) => fuse.search(text, { limit: 1 })
}
const row = (small: readonly number[], large: readonly number[]) => ({
  'median now': round(quantile(small, 0.5)),
  'p99 now': round(quantile(small, 0.99)),
  [`median × ${times}`]: round(quantile(large, 0.5)),
  [`p99 × ${times}`]: round(quantile(large, 0.99)),
  'ratio of medians': round(quantile(large, 0.5) / quantile(small, 0.5)),
})
console.table({
  meshwise: row(timesOf(understandOf(knowledge)), timesOf(understandOf(grown))),
  'fuse.js': row(timesOf(fuseOf(knowledge), 20), timesOf(fuseOf(grown), 300)),
})

console.log('Milliseconds to load the knowledge, by number of meshes')
const files = readYamlFiles(ownKnowledgeDirectory)
const loading: Record<string, object> = {}
for (const count of [4, 10, 25]) {
  const more = withMeshes(count)
  const [best = 0] = Array.from({ length: 3 }, () => timed(() => parseKnowledge(more, today))).sort((a, b) => a - b)
  loading[count] = { milliseconds: round(best), 'a mesh': round(best / count) }
}
console.table(loading)

/** The knowledge files with so many meshes, the ones beyond ours being copies of Linkerd under other names. */
function withMeshes(count: number): ReadonlyMap<string, string> {
  const linkerd = z.record(z.string(), z.unknown()).parse(load(files.get('meshes/linkerd.yaml') ?? ''))
  const added = Array.from({ length: count - knowledge.meshes.length }, (_, number) => {
    const name = `Plexus${number}`
    const mesh = { ...linkerd, name, aliases: [`${name} mesh`], parts: [], lookalikes: [], figures: {}, sources: {} }
    return [`meshes/${name.toLowerCase()}.yaml`, dump(mesh)] as const
  })
  return new Map([...files, ...added])
}

function timesOf(ask: (text: string) => unknown, every = 1): number[] {
  const asked = questions.filter((_, index) => index % every === 0)
  for (const text of asked.slice(0, 20)) ask(text)
  return asked.map((text) => timed(() => ask(text)))
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
