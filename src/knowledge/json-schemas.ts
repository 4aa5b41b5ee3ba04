import { z } from 'zod'
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

const schemas = {
  mesh: meshSchema,
  topics: topicsFileSchema,
  traits: traitsFileSchema,
  glossary: glossaryFileSchema,
  guide: guideFileSchema,
  measurements: measurementsFileSchema,
  sources: sourcesFileSchema,
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
