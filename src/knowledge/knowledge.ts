import type { CriteriaFile } from './criteria-schema.ts'
import type { DiagramFile } from './diagrams-schema.ts'
import type { EstimatorFile } from './estimator-schema.ts'
import type { HouseEstimate } from './house-estimate.ts'
import type { AmbiguousWord, NeighbourFile } from './neighbours-schema.ts'
import type { Cell, Figure, MeshFile, Source, SupportLevel, TermFile, TopicFile, TraitFile } from './schema.ts'
import type { Signposts } from './signposts-schema.ts'

export interface Mesh extends Omit<MeshFile, 'figures' | 'sources'> {
  readonly id: string
}
export interface Topic extends TopicFile {
  readonly id: string
}
export interface Term extends TermFile {
  readonly id: string
}
export interface Trait extends TraitFile {
  readonly id: string
}
export interface Group {
  readonly id: string
  readonly title: string
  readonly words: readonly string[]
}
export interface Guide {
  readonly considerations: readonly { title: string; text: string; sources: readonly string[] }[]
  readonly takeaways: readonly { claim: string; verdict: string; now: string; sources: readonly string[] }[]
}

/** What an organisation says itself about a cell, laid over ours by its own directory of facts. */
export interface HouseFact {
  readonly statement: string
  readonly support?: SupportLevel | undefined
  readonly author: string
  readonly date: string
}

/** What estimates are made of, with what the organisation pays and measured itself: the last one counts. */
export interface EstimatorKnowledge extends EstimatorFile {
  readonly house: readonly HouseEstimate[]
}
/** How a request gets through a mesh, to be drawn. */
export interface Diagram extends DiagramFile {
  readonly id: string
}

/** A product that people name beside the meshes. */
export interface Neighbour extends NeighbourFile {
  readonly id: string
}

/** All that Meshwise knows: an immutable value, loaded and checked whole. Meshes are in the order of their ids. */
export interface Knowledge {
  readonly meshes: readonly Mesh[]
  readonly groups: readonly Group[]
  readonly topics: readonly Topic[]
  readonly traits: readonly Trait[]
  readonly terms: readonly Term[]
  readonly guide: Guide
  readonly figures: ReadonlyMap<string, Figure>
  readonly sources: ReadonlyMap<string, Source>
  readonly house: ReadonlyMap<string, HouseFact>
  readonly estimator: EstimatorKnowledge
  readonly diagrams: readonly Diagram[]
  readonly criteria: CriteriaFile
  readonly neighbours: readonly Neighbour[]
  /** Words that several neighbours go by. */
  readonly ambiguous: readonly AmbiguousWord[]
  /** By mesh id: where to look and whom to ask. */
  readonly signposts: ReadonlyMap<string, Signposts>
}

export const findMesh = (knowledge: Knowledge, id: string): Mesh | undefined =>
  knowledge.meshes.find((mesh) => mesh.id === id)

export const findTopic = (knowledge: Knowledge, id: string): Topic | undefined =>
  knowledge.topics.find((topic) => topic.id === id)

/** The cell of a mesh on a topic; undefined where nobody has looked for it yet. */
export const cellOf = (mesh: Pick<Mesh, 'facts'>, topic: Pick<Topic, 'id'>): Cell | undefined =>
  Object.hasOwn(mesh.facts, topic.id) ? mesh.facts[topic.id] : undefined

/** One of the modes that a mesh can run in, by their ids. */
export interface ModeOfMesh {
  readonly mesh: string
  readonly mode: string
}

/** The key under which a house fact is kept. */
export const houseKey = (meshId: string, topicId: string): string => `${meshId}/${topicId}`
