import { z } from 'zod'
import { houseEstimatorSchema } from './estimator-schema.ts'
import { date, id, prose, sourceIds, url } from './schema-parts.ts'

/** What a mesh can do. `external`: by another product beside the mesh. `unknown`: looked for, not found. */
export const supportLevel = z.enum(['yes', 'partial', 'no', 'external', 'not-applicable', 'unknown'])
const maturity = z.enum(['alpha', 'beta', 'stable', 'deprecated'])
const edition = z.enum(['open-source', 'enterprise'])
/** How the founding article's claim stands up today. */
export const verdict = z.enum(['holds', 'outdated', 'wrong', 'imprecise', 'unverified'])

/** One document that a fact rests on. `sells`: the publisher sells this mesh or a rival, so it has an interest. */
export const sourceSchema = z.strictObject({
  title: prose(160),
  url,
  publisher: prose(60),
  sells: z.boolean(),
  date: prose(60).describe('date or version of what was read, for example 2026-07-30 or "docs for 1.20"'),
})

const figureFields = {
  design: id.optional().describe('the deployment measured: sidecar, ambient-l4, ambient-waypoint, l4, l7'),
  metric: z.enum([
    'latency-p50',
    'latency-p90',
    'latency-p99',
    'latency-increase',
    'memory-per-pod',
    'memory-per-node',
    'memory-per-node-per-cluster-pod',
    'memory-per-waypoint',
    'memory-control-plane',
    'memory-request-default',
    'cpu-per-1000-rps',
    'cpu-per-pod',
    'cpu-per-node',
    'cpu-control-plane',
    'cpu-request-default',
    'cpu-added',
    'cpu-increase',
  ]),
  low: z.number().describe('may be negative where it is a difference'),
  high: z.number(),
  unit: z.enum(['ms', '%', 'MB', 'MiB', 'GB', 'GiB', 'vCPU']),
  conditions: prose(400),
  by: z.enum(['vendor', 'independent', 'field', 'default', 'article']),
  evidence: z.enum(['read-off-chart', 'secondhand', 'derived', 'advice']).optional(),
  source: id,
}

const ascending = { path: ['high'], message: 'must not be below low' }

/**
 * One published figure. `by` says who measured: the mesh's own project or vendor, somebody independent, a field
 * report, a chart default (not a measurement), or the founding article (a claim without a method).
 */
const meshFigureSchema = z.strictObject(figureFields).refine((figure) => figure.low <= figure.high, ascending)
const figureSchema = z
  .strictObject({ mesh: id.optional(), ...figureFields })
  .refine((figure) => figure.low <= figure.high, ascending)

/** The range to expect, as far as the cell's figures say; `per` is what one such amount is spent on. */
const valueSchema = z
  .strictObject({
    low: z.number().nonnegative(),
    high: z.number().nonnegative(),
    unit: z.enum(['ms', 'MB', 'vCPU']),
    per: z.enum(['call', 'pod', 'node', '1000 rps']),
    conditions: prose(240),
  })
  .refine((value) => value.low <= value.high, ascending)

const cellFields = {
  brief: prose(80).optional().describe('the fact in a few words, for a table: required for described topics'),
  support: supportLevel.optional(),
  reason: prose(240).optional().describe('why not simply yes: required for partial, no, external and unknown'),
  statement: prose(420).describe('the fact in one or two sentences that stand alone on a card'),
  via: z.array(prose(80)).default([]).describe('resources, components or mechanisms by name'),
  default: prose(160).optional().describe('what is so without any setting'),
  needs: z.array(prose(160)).default([]).describe('what else must be there'),
  since: prose(120).optional(),
  until: prose(160).optional().describe('when it goes, or went, and what takes its place'),
  maturity: maturity.optional(),
  edition: edition.optional(),
  limits: z.array(prose(260)).default([]),
  value: valueSchema.optional().describe('for measured topics, within what the figures say'),
  figures: z.array(id).default([]).describe('ids of the figures that the value and the statement rest on'),
}

const modeCellSchema = z.strictObject({ ...cellFields, statement: cellFields.statement.optional(), sources: sourceIds })

/** What is known of one mesh on one topic. */
export const cellSchema = z.strictObject({
  ...cellFields,
  rank: z
    .strictObject({ place: z.int().min(1), reason: prose(240) })
    .optional()
    .describe('for ranked topics: 1 is the easiest to live with'),
  article: z.strictObject({ claim: prose(240), verdict, now: prose(240).optional() }).optional(),
  belief: z
    .strictObject({ said: prose(160), now: prose(240) })
    .optional()
    .describe('what people often say, and what is so'),
  disagreement: prose(320).optional().describe('two official sources at odds: both figures, and who says which'),
  unverified: prose(240).optional().describe('what in this cell could not be confirmed'),
  sources: sourceIds,
  checked: date,
  modes: z.record(id, modeCellSchema).default({}),
})

const modeSchema = z.strictObject({
  name: prose(60),
  words: z.array(prose(40)).default([]),
  statement: prose(320),
  maturity,
  default: z.boolean().default(false),
  sources: sourceIds,
})

const reasonToChoose = z.strictObject({
  when: prose(200),
  topics: z.array(id).default([]),
  mode: id.optional().describe('the mode that it is about, if not the mesh as a whole'),
  sources: sourceIds,
})

/** One mesh: everything that Meshwise knows of it, in one file. */
export const meshSchema = z.strictObject({
  name: prose(40),
  summary: prose(260),
  homepage: url,
  repository: url,
  licence: z.strictObject({ name: prose(120), openSource: z.boolean(), note: prose(240).optional() }),
  governance: prose(240),
  release: z.strictObject({
    version: prose(30),
    date,
    note: prose(300).optional(),
    sources: sourceIds,
    checked: date.optional().describe('when it was last looked for a newer one, if not with the cell release-support'),
  }),
  aliases: z.array(prose(60)).describe('names, nicknames and common misspellings of the mesh itself'),
  parts: z.array(prose(60)).describe('components and resources whose name gives this mesh away'),
  lookalikes: z.array(prose(60)).default([]).describe('phrases that hold a name of the mesh but mean something else'),
  traits: z.array(id),
  modes: z.record(id, modeSchema),
  facts: z.record(id, cellSchema),
  choose: z.array(reasonToChoose).min(1),
  avoid: z.array(reasonToChoose).min(1),
  changes: z.array(z.strictObject({ date, what: prose(240), sources: sourceIds })),
  upcoming: z.array(z.strictObject({ when: prose(60), what: prose(240), sources: sourceIds })),
  migration: z.array(z.strictObject({ note: prose(320), sources: sourceIds })).default([]),
  figures: z.record(id, meshFigureSchema).default({}),
  sources: z.record(id, sourceSchema).default({}),
})

/** How a topic's cells are read: told in words, supported or not, measured with a unit, or placed in an order. */
export const topicKind = z.enum(['described', 'supported', 'measured', 'ranked'])

const topicSchema = z.strictObject({
  group: id,
  title: prose(40),
  kind: topicKind,
  meaning: prose(240),
  why: prose(240),
  words: z.array(prose(60)).min(3).describe('words and short phrases that people use for it'),
  phrasings: z.array(prose(160)).min(5).describe('questions as people ask them, without a mesh name'),
})

export const topicsFileSchema = z.strictObject({
  groups: z.record(id, z.strictObject({ title: prose(40), words: z.array(prose(40)).default([]) })),
  topics: z.record(id, topicSchema),
})

/** A property that several meshes share and people name them by: "the Envoy-based ones". */
const traitSchema = z.strictObject({ title: prose(60), words: z.array(prose(60)).min(1) })

export const traitsFileSchema = z.strictObject({ traits: z.record(id, traitSchema) })

const termSchema = z.strictObject({
  term: prose(50),
  aliases: z.array(prose(50)).default([]),
  meaning: prose(420),
  topic: id.optional().describe('the topic to read on at'),
  mesh: id.optional().describe('the mesh whose part it is, if it belongs to one alone'),
  sources: sourceIds,
  checked: date,
})

export const glossaryFileSchema = z.strictObject({ terms: z.record(id, termSchema) })

/** What to weigh before adopting or switching, and the founding article's closing advice with our verdict. */
export const guideFileSchema = z.strictObject({
  considerations: z.array(z.strictObject({ title: prose(60), text: prose(320), sources: sourceIds })).min(1),
  takeaways: z.array(z.strictObject({ claim: prose(240), verdict, now: prose(240), sources: sourceIds })).min(1),
})

export const measurementsFileSchema = z.strictObject({ figures: z.record(id, figureSchema) })

export const sourcesFileSchema = z.strictObject({ sources: z.record(id, sourceSchema) })

/** An organisation's own statements about single cells, laid over ours: its measurements and house rules. */
export const houseFileSchema = z.strictObject({
  author: prose(80),
  date,
  facts: z
    .record(id, z.record(id, z.strictObject({ statement: prose(420), support: supportLevel.optional() })))
    .default({}),
  estimator: houseEstimatorSchema.optional(),
})

export type SupportLevel = z.infer<typeof supportLevel>
export type Verdict = z.infer<typeof verdict>
export type Source = z.infer<typeof sourceSchema>
export type Figure = z.infer<typeof figureSchema>
export type Cell = z.infer<typeof cellSchema>
export type ModeCell = z.infer<typeof modeCellSchema>
export type MeshFile = z.infer<typeof meshSchema>
export type TopicFile = z.infer<typeof topicSchema>
export type TermFile = z.infer<typeof termSchema>
export type TraitFile = z.infer<typeof traitSchema>
