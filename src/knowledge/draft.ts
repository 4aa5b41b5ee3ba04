import type { z } from 'zod'
import type { criteriaFileSchema } from './criteria-schema.ts'
import type { diagramsFileSchema } from './diagrams-schema.ts'
import type { Document } from './document.ts'
import type { estimatorFileSchema } from './estimator-schema.ts'
import type { neighboursFileSchema } from './neighbours-schema.ts'
import type {
  glossaryFileSchema,
  guideFileSchema,
  MeshFile,
  measurementsFileSchema,
  sourcesFileSchema,
  topicsFileSchema,
  traitsFileSchema,
} from './schema.ts'
import type { signpostsFileSchema } from './signposts-schema.ts'

/** The knowledge files, each with the right shape, not yet held against each other. */
export interface Draft {
  /** By mesh id, which is the file's name. */
  readonly meshes: ReadonlyMap<string, Document<MeshFile>>
  readonly topics: Document<z.infer<typeof topicsFileSchema>>
  readonly traits: Document<z.infer<typeof traitsFileSchema>>
  readonly glossary: Document<z.infer<typeof glossaryFileSchema>>
  readonly guide: Document<z.infer<typeof guideFileSchema>>
  readonly measurements: Document<z.infer<typeof measurementsFileSchema>>
  readonly sources: Document<z.infer<typeof sourcesFileSchema>>
  readonly estimator: Document<z.infer<typeof estimatorFileSchema>>
  readonly diagrams: Document<z.infer<typeof diagramsFileSchema>>
  readonly criteria: Document<z.infer<typeof criteriaFileSchema>>
  readonly neighbours: Document<z.infer<typeof neighboursFileSchema>>
  readonly signposts: Document<z.infer<typeof signpostsFileSchema>>
}

/** Every document of a draft. */
export const documentsOf = (draft: Draft): readonly Document<object>[] => [
  draft.topics,
  draft.traits,
  draft.glossary,
  draft.guide,
  draft.measurements,
  draft.sources,
  draft.estimator,
  draft.diagrams,
  draft.criteria,
  draft.neighbours,
  draft.signposts,
  ...draft.meshes.values(),
]
