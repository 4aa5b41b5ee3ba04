import type { ZodType } from 'zod'
import { rules } from './check/rules.ts'
import { criteriaFileSchema } from './criteria-schema.ts'
import { diagramsFileSchema } from './diagrams-schema.ts'
import { type Document, parseFile } from './document.ts'
import type { Draft } from './draft.ts'
import { estimatorFileSchema } from './estimator-schema.ts'
import { type HouseEstimate, parseHouseEstimates } from './house-estimate.ts'
import { type HouseFact, houseKey, type Knowledge } from './knowledge.ts'
import { neighboursFileSchema } from './neighbours-schema.ts'
import type { Problem } from './problem.ts'
import {
  glossaryFileSchema,
  guideFileSchema,
  houseFileSchema,
  type MeshFile,
  measurementsFileSchema,
  meshSchema,
  sourcesFileSchema,
  topicsFileSchema,
  traitsFileSchema,
} from './schema.ts'
import { signpostsFileSchema } from './signposts-schema.ts'
import type { KnowledgeFiles } from './yaml-files.ts'

export type Loaded =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Turns files into knowledge, or into the list of everything wrong with them. `house` are the files of the
 * organisation's own facts; `today` is a date as YYYY-MM-DD, for the rules that compare with it.
 */
export function parseKnowledge(files: KnowledgeFiles, today: string, house: KnowledgeFiles = new Map()): Loaded {
  const problems: Problem[] = []
  const read = <T>(name: string, text: string | undefined, schema: ZodType<T>): Document<T> | undefined => {
    if (text === undefined) {
      problems.push({ file: name, line: 0, field: '', message: 'this file is missing' })
      return undefined
    }
    const result = parseFile(name, text, schema)
    problems.push(...result.problems)
    return result.document
  }
  const shared = <T>(name: string, schema: ZodType<T>) => read(name, files.get(name), schema)
  const optional = <T>(name: string, schema: ZodType<T>) => read(name, files.get(name) ?? '{}', schema)

  const topics = shared('topics.yaml', topicsFileSchema)
  const traits = shared('traits.yaml', traitsFileSchema)
  const glossary = shared('glossary.yaml', glossaryFileSchema)
  const guide = shared('guide.yaml', guideFileSchema)
  const measurements = shared('measurements.yaml', measurementsFileSchema)
  const sources = shared('sources.yaml', sourcesFileSchema)
  const estimator = optional('estimator.yaml', estimatorFileSchema)
  const diagrams = optional('diagrams.yaml', diagramsFileSchema)
  const criteria = optional('criteria.yaml', criteriaFileSchema)
  const neighbours = optional('neighbours.yaml', neighboursFileSchema)
  const signposts = optional('signposts.yaml', signpostsFileSchema)

  const meshes = new Map<string, Document<MeshFile>>()
  const meshFiles = [...files].filter(([name]) => name.startsWith('meshes/')).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [name, text] of meshFiles) {
    const document = read(name, text, meshSchema)
    if (document) meshes.set(name.slice('meshes/'.length).replace(/\.ya?ml$/, ''), document)
  }
  if (meshFiles.length === 0) problems.push({ file: 'meshes', line: 0, field: '', message: 'there is no mesh' })
  const houseFacts = parseHouse(house, today, meshes, topics?.data.topics ?? {}, problems)
  const houseEstimates = parseHouseEstimates(house, estimator?.data.parameters ?? {}, problems)

  if (
    problems.length > 0 ||
    !(topics && traits && glossary && guide && measurements && sources && estimator && diagrams && criteria) ||
    !(neighbours && signposts)
  ) {
    return { ok: false, problems }
  }
  const draft: Draft = {
    meshes,
    topics,
    traits,
    glossary,
    guide,
    measurements,
    sources,
    estimator,
    diagrams,
    criteria,
    neighbours,
    signposts,
  }
  const broken = rules.flatMap((rule) => rule.check(draft, today))
  if (broken.length > 0) return { ok: false, problems: broken }
  return { ok: true, knowledge: assemble(draft, houseFacts, houseEstimates) }
}

function parseHouse(
  files: KnowledgeFiles,
  today: string,
  meshes: ReadonlyMap<string, unknown>,
  topics: Readonly<Record<string, unknown>>,
  problems: Problem[],
): Map<string, HouseFact> {
  const facts = new Map<string, HouseFact>()
  for (const [name, text] of files) {
    const { document, problems: found } = parseFile(name, text, houseFileSchema)
    problems.push(...found)
    if (!document) continue
    const { author, date } = document.data
    if (date > today) problems.push(document.problem(['date'], `${date} lies in the future`))
    for (const [meshId, cells] of Object.entries(document.data.facts)) {
      if (!meshes.has(meshId)) problems.push(document.problem(['facts', meshId], `no mesh with the id "${meshId}"`))
      for (const [topicId, fact] of Object.entries(cells)) {
        if (!(topicId in topics)) {
          problems.push(document.problem(['facts', meshId, topicId], `unknown topic "${topicId}"`))
        }
        facts.set(houseKey(meshId, topicId), { ...fact, author, date })
      }
    }
  }
  return facts
}

const withIds = <T>(entries: Readonly<Record<string, T>>): (T & { id: string })[] =>
  Object.entries(entries).map(([id, entry]) => ({ ...entry, id }))

function assemble(
  draft: Draft,
  house: ReadonlyMap<string, HouseFact>,
  houseEstimates: readonly HouseEstimate[],
): Knowledge {
  const meshFiles = [...draft.meshes]
  return {
    meshes: meshFiles.map(([id, { data }]) => {
      const { figures: _figures, sources: _sources, ...mesh } = data
      return { ...mesh, id }
    }),
    groups: withIds(draft.topics.data.groups),
    topics: withIds(draft.topics.data.topics),
    traits: withIds(draft.traits.data.traits),
    terms: withIds(draft.glossary.data.terms),
    guide: draft.guide.data,
    figures: new Map([
      ...Object.entries(draft.measurements.data.figures),
      ...meshFiles.flatMap(([mesh, { data }]) =>
        Object.entries(data.figures).map(([id, figure]) => [id, { ...figure, mesh }] as const),
      ),
    ]),
    sources: new Map([
      ...Object.entries(draft.sources.data.sources),
      ...Object.entries(draft.neighbours.data.sources),
      ...meshFiles.flatMap(([, { data }]) => Object.entries(data.sources)),
    ]),
    house,
    estimator: { ...draft.estimator.data, house: houseEstimates },
    diagrams: withIds(draft.diagrams.data.diagrams),
    criteria: draft.criteria.data,
    neighbours: withIds(draft.neighbours.data.neighbours),
    ambiguous: draft.neighbours.data.ambiguous,
    signposts: new Map(Object.entries(draft.signposts.data.meshes)),
  }
}
