import { z } from 'zod'
import { drawingSchema } from './drawing-schema.ts'
import { countedProse, date, id, prose, sourceIds } from './schema-parts.ts'

/** What may be so of a cluster, that a term or a note is only for, or not for. */
export const sizeConditions = [
  'cni-added',
  'cni-already',
  'cni-replaced',
  'encrypted',
  'waypoints-stated',
  'perhaps-unscoped',
  'unscoped-by-pods',
  'unscoped-by-services',
  'gateways-stated',
  'connections-stated',
  'ha',
] as const

const conditional = {
  if: z.enum(sizeConditions).optional().describe('counts only if this is so'),
  unless: z.enum(sizeConditions).optional().describe('counts only if this is not so'),
}

/**
 * What there may be several of. `passages` are thousands a second; `cluster-pods` are the pods of the cluster, once for
 * each node, and `pods-seen` and `services-seen` the pods and services, once for each pod; `connections` are those of all
 * pods, `node-gib` the memory of all nodes; `connected-…` run from that many proxies to one for each pod, where nobody
 * published which it is.
 */
export const counts = [
  'pods',
  'nodes',
  'waypoints',
  'servers',
  'calls-in-a-row',
  'passages',
  'cluster-pods',
  'pods-seen',
  'services-seen',
  'gateways',
  'connections',
  'node-gib',
  'connected-nodes',
  'connected-nodes-and-waypoints',
] as const

/** One part of a total: a parameter times how many there are of what it is spent on. */
const termSchema = z
  .strictObject({
    what: prose(40),
    plane: z.enum(['data', 'control']).default('data'),
    parameter: id,
    by: z.enum(counts).optional().describe('what there are several of; absent where there is one'),
    perCall: z.number().positive().optional().describe('for passages: how often a call passes such a proxy'),
    beyond: z.int().positive().optional().describe('for pods-seen: so many pods of the cluster cost nothing more'),
    upTo: z.int().positive().optional().describe('so many pods of the cluster, or services, count at most'),
    atLeast: id.optional().describe('a parameter that the term is never below'),
    ...conditional,
  })
  .refine(({ by, perCall }) => (by === 'passages') === (perCall !== undefined), {
    path: ['perCall'],
    message: 'is for passages, and they need it',
  })
  .refine(({ by, beyond }) => beyond === undefined || by === 'pods-seen', {
    path: ['beyond'],
    message: 'is for pods-seen',
  })
  .refine(
    ({ by, upTo }) => upTo === undefined || by === 'pods-seen' || by === 'services-seen' || by === 'cluster-pods',
    {
      path: ['upTo'],
      message: 'is for pods-seen, services-seen and cluster-pods',
    },
  )

const terms = z.array(termSchema)

/** The totals of a design, and the units of the parameters that they are made of. */
export const totals = [
  { total: 'memory', unit: 'MiB' },
  { total: 'cpu', unit: 'vCPU' },
  { total: 'latency', unit: 'ms' },
  { total: 'reservedMemory', unit: 'MiB' },
  { total: 'reservedCpu', unit: 'vCPU' },
  { total: 'displacedMemory', unit: 'MiB' },
] as const

const passages = z
  .strictObject({ low: z.number().nonnegative(), high: z.number().nonnegative() })
  .refine(({ low, high }) => low <= high, { path: ['high'], message: 'must not be below low' })

/** A way to run a mesh that is estimated, and drawn in somebody's own cluster. docs/estimator.md says how to add one. */
export const designSchema = z.strictObject({
  mesh: id,
  mode: id.describe('the mode in the JSON interface'),
  modes: z.array(id).default([]).describe('the modes of the mesh, by their ids in its file, that it stands for'),
  words: z.array(prose(30)).default([]).describe('what people say after the name of the mesh to mean this one alone'),
  name: prose(30),
  placement: z.enum(['pod', 'node']).describe('where its proxies stand'),
  readsHttp: z.boolean().describe('whether it does layer 7'),
  sibling: id.optional().describe('the design that takes its place where layer 7 is wanted, or is not'),
  passages,
  where: prose(200).describe('where the proxies stand that a call passes'),
  l7: prose(100).describe('which of them read HTTP'),
  waypointLoad: id.optional().describe('the parameter for the vCPU of a waypoint for 1,000 calls a second'),
  breakEven: z.boolean().default(false).describe('whether pods on a node are compared, proxies per pod or per node'),
  terms: z.strictObject({
    memory: terms,
    cpu: terms,
    latency: terms,
    reservedMemory: terms.default([]).describe('what the charts reserve by default'),
    reservedCpu: terms.default([]),
    displacedMemory: terms.default([]).describe('what others no longer take'),
  }),
  notes: z
    .array(z.strictObject({ says: countedProse(240), ...conditional, sources: sourceIds, checked: date }))
    .default([]),
  unknown: z.array(prose(200)).describe('what an estimate leaves out, because nobody published it'),
  drawing: drawingSchema,
  drawnModes: z
    .record(id, z.strictObject({ name: prose(30), drawing: drawingSchema }))
    .default({})
    .describe('which of its modes are drawn otherwise in somebody’s own cluster, though they are not estimated apart'),
  sources: sourceIds,
  checked: date,
})

export type DesignFile = z.infer<typeof designSchema>
export type TermFile = z.infer<typeof termSchema>
export type SizeCondition = (typeof sizeConditions)[number]
export type CountName = (typeof counts)[number]
