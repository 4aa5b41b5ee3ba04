import type { Named } from '../facts/fact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

/** What there is to choose from beyond an answer: every mesh, and every area of topics. */
export interface Catalogue {
  readonly meshes: readonly Named[]
  readonly areas: readonly Named[]
}

export const catalogueOf = ({ meshes, groups }: Knowledge): Catalogue => ({
  meshes: meshes.map(({ id, name }) => ({ id, name })),
  areas: groups.map(({ id, title }) => ({ id, name: title })),
})
