import { z } from 'zod'
import { criteriaFileSchema } from './criteria-schema.ts'
import { diagramsFileSchema } from './diagrams-schema.ts'
import { estimatorFileSchema } from './estimator-schema.ts'
import { neighboursFileSchema } from './neighbours-schema.ts'
import {
  glossaryFileSchema,
  guideFileSchema,
  houseFileSchema,
  measurementsFileSchema,
  meshSchema,
  sourcesFileSchema,
  topicsFileSchema,
  traitsFileSchema,
} from './schema.ts'
import { signpostsFileSchema } from './signposts-schema.ts'

const schemas = {
  mesh: meshSchema,
  topics: topicsFileSchema,
  traits: traitsFileSchema,
  glossary: glossaryFileSchema,
  guide: guideFileSchema,
  measurements: measurementsFileSchema,
  sources: sourcesFileSchema,
  estimator: estimatorFileSchema,
  diagrams: diagramsFileSchema,
  criteria: criteriaFileSchema,
  neighbours: neighboursFileSchema,
  signposts: signpostsFileSchema,
  house: houseFileSchema,
} as const

/** The JSON Schemas that editors check knowledge files by: file name in knowledge/schema → content. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
