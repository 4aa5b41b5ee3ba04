import { z } from 'zod'
import { supportLevel } from '../knowledge/schema.ts'
import { aspects, intents } from '../questions/question.ts'

/**
 * The shapes of all data that Meshwise gives out: what others build on. Keys may be added, none changes its meaning. What
 * is printed is held against them in tests.
 */

const sourceSchema = z.strictObject({ title: z.string(), url: z.string() })
const rangeSchema = z.strictObject({ low: z.number(), high: z.number() })
const suggestionSchema = z.strictObject({
  label: z.string(),
  command: z.string(),
  inPlace: z.boolean().exactOptional(),
})

/** A section of an answer that isn't seen at once. */
const sectionSchema = z.strictObject({ title: z.string(), text: z.string() })

/** What is known of one mesh on one topic. */
export const factSchema = z.strictObject({
  mesh: z.string(),
  mode: z.string().exactOptional(),
  topic: z.string(),
  text: z.string(),
  support: supportLevel.exactOptional(),
  value: rangeSchema.extend({ unit: z.string(), per: z.string(), conditions: z.string() }).exactOptional(),
  default: z.string().exactOptional(),
  needs: z.array(z.string()).readonly().exactOptional(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  maturity: z.string().exactOptional(),
  edition: z.string().exactOptional(),
  house: z
    .strictObject({
      statement: z.string(),
      support: supportLevel.optional(),
      author: z.string(),
      date: z.string(),
    })
    .exactOptional(),
  /** Absent where nobody has looked yet: then there is no source either, and `text` says so. */
  checked: z.iso.date().exactOptional(),
  sources: z.array(sourceSchema).readonly(),
})

/** `mesh ask` and `mesh slash`. */
export const answerSchema = z.strictObject({
  question: z.string().exactOptional(),
  /** What gives the same answer again, after `/mesh` or `mesh slash`. */
  command: z.string(),
  intent: z.enum(intents),
  meshes: z.array(z.string()).readonly(),
  modes: z.array(z.strictObject({ mesh: z.string(), mode: z.string() })).readonly(),
  /** Best first. */
  topics: z.array(z.string()).readonly(),
  /** What was asked of the topics. */
  aspect: z.enum(aspects).exactOptional(),
  /** A word of the question that nothing in the knowledge explains. */
  nothingOn: z.string().exactOptional(),
  /** Ids of the products beside the meshes that were named. */
  neighbours: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  answered: z.boolean(),
  /** The first sentence. */
  answer: z.string(),
  /** What a card shows at once. */
  text: z.string(),
  /** What it has folded, and what only its Details show. */
  details: z.array(sectionSchema),
  facts: z.array(factSchema),
  suggestions: z.array(suggestionSchema),
  /** The form that Slack would open instead of answering. */
  opens: z.enum(['recommend', 'estimate', 'correction']).exactOptional(),
  /** With --explain: how the question was understood. */
  explanation: z.unknown().optional(),
})

/** Every other command, with what only its kind has. */
export const commandSchema = z.looseObject({
  kind: z.string(),
  command: z.string(),
  text: z.string(),
  details: z.array(sectionSchema),
  suggestions: z.array(suggestionSchema),
})

const candidate = { mesh: z.string(), mode: z.string().exactOptional() }

/** `mesh recommend`. */
export const recommendationSchema = z.looseObject({
  outcome: z.string(),
  ranking: z.array(
    z.looseObject({
      ...candidate,
      score: z.number(),
      contributions: z.array(
        z.looseObject({
          criterion: z.string(),
          weight: z.number(),
          score: z.number(),
          facts: z.array(factSchema),
        }),
      ),
    }),
  ),
  eliminated: z.array(z.looseObject({ ...candidate, requirement: z.string(), facts: z.array(factSchema) })),
  sensitivity: z.array(z.looseObject({ change: z.string(), winner: z.string() })),
  confidence: z.number().min(0).max(1),
})

const known = rangeSchema.nullable()

/** `mesh estimate`. */
export const estimateSchema = z.looseObject({
  inputs: z.looseObject({
    pods: z.int(),
    nodes: z.int(),
    rps: z.number(),
    assumptions: z.array(z.string()).readonly(),
  }),
  estimates: z.array(
    z.looseObject({
      design: z.string(),
      mesh: z.string(),
      mode: z.string(),
      memoryMiB: known,
      vcpu: known,
      addedLatencyMs: known,
      usdPerMonth: known,
      notes: z.array(z.string()),
      sources: z.array(sourceSchema),
    }),
  ),
  breakEven: z.array(z.looseObject({ perPod: z.string(), perNode: z.string(), podsPerNode: known })),
})

const exportedFact = z.strictObject({
  /** `istio/retries`, or `istio/retries@ambient` for a mode: it stays with the fact whatever else changes. */
  address: z.string().regex(/^[a-z0-9.-]+\/[a-z0-9.-]+(@[a-z0-9.-]+)?$/),
  mesh: z.string(),
  topic: z.string(),
  mode: z.string().exactOptional(),
  level: supportLevel.exactOptional(),
  reason: z.string().exactOptional(),
  brief: z.string().exactOptional(),
  statement: z.string(),
  default: z.string().exactOptional(),
  needs: z.array(z.string()).readonly(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  maturity: z.string().exactOptional(),
  edition: z.string().exactOptional(),
  value: rangeSchema.extend({ unit: z.string(), per: z.string(), conditions: z.string() }).exactOptional(),
  limits: z.array(z.string()).readonly(),
  sources: z.array(sourceSchema.extend({ id: z.string() })).readonly(),
  checked: z.iso.date(),
})

/** `mesh knowledge export --json`: every fact that ships, without an organisation's own. */
export const exportSchema = z.strictObject({
  /** The version of Meshwise. */
  meshwise: z.string(),
  facts: z.array(exportedFact),
})
