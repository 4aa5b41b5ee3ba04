import { z } from 'zod'
import { sourceSchema } from './schema.ts'
import { date, id, prose, sourceIds } from './schema-parts.ts'

/** What sort of thing a neighbour is. `managed-mesh`: a cloud runs it. `identity`: identities, certificates, secrets. */
const neighbourKind = z.enum([
  'mesh',
  'managed-mesh',
  'gateway',
  'proxy',
  'cni',
  'network',
  'observability',
  'delivery',
  'policy',
  'identity',
  'spec',
  'platform',
  'tool',
])

/** Whether it goes on. `maintained-little`: not given up, but no new features. `announced-end`: its end is dated. */
const lifeState = z.enum(['living', 'maintained-little', 'announced-end', 'ended', 'archived', 'unknown'])
const over = new Set(['announced-end', 'ended', 'archived'])

const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write YYYY, YYYY-MM or YYYY-MM-DD')

const stateSchema = z
  .strictObject({
    is: lifeState,
    date: partialDate
      .optional()
      .describe('of what lives, the newest sign of life that was seen; of what is over or will be, the end'),
    note: prose(300).optional(),
  })
  .refine(({ is, date: when }) => when !== undefined || !over.has(is), {
    path: ['date'],
    message: 'say when it ended or will end',
  })

const relationSchema = z.strictObject({
  mesh: id,
  how: z
    .enum(['built-on', 'part-of', 'works-beside', 'alternative-to', 'replaced-by'])
    .describe('read from the neighbour to the mesh'),
  topic: id.optional().describe('the topic whose cell says how'),
  note: prose(200).optional(),
  documented: z.boolean().default(true).describe('false where neither side has a page on the two together'),
})

/** A product that people name beside the meshes: what it is, whether it goes on, how it stands to each of them. */
const neighbourSchema = z.strictObject({
  name: prose(60),
  aliases: z.array(prose(60)).default([]).describe('other names and common misspellings, by which questions name it'),
  kind: neighbourKind,
  what: prose(240).describe('what it is, in one sentence'),
  state: stateSchema,
  basedOn: id.optional().describe("the mesh of which it is somebody's build or service"),
  relations: z.array(relationSchema).default([]),
  instead: prose(240).optional().describe('what became of it, or what its users move to'),
  unverified: prose(240).optional(),
  sources: sourceIds,
  checked: date,
})

/** A word that several neighbours go by: whoever says it is asked which one is meant. */
const ambiguousSchema = z.strictObject({ said: prose(40), ids: z.array(id).min(2), note: prose(160).optional() })

export const neighboursFileSchema = z.strictObject({
  ambiguous: z.array(ambiguousSchema).default([]),
  neighbours: z.record(id, neighbourSchema).default({}),
  sources: z.record(id, sourceSchema).default({}),
})

export type NeighbourFile = z.infer<typeof neighbourSchema>
export type AmbiguousWord = z.infer<typeof ambiguousSchema>
