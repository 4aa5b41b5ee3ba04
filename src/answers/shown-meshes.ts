import type { Knowledge } from '../knowledge/knowledge.ts'

/** Cards compare side by side, and more columns than this are not readable. */
export const mostMeshes = 4

/** The meshes of a comparison in which none is named, by their ids. */
export const shownMeshes = ({ meshes }: Knowledge): readonly string[] => meshes.slice(0, mostMeshes).map(({ id }) => id)
