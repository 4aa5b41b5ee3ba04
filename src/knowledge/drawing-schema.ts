import { z } from 'zod'
import { componentSchema, flowSchema } from './diagrams-schema.ts'
import { countedProse, date, id, prose, sourceIds } from './schema-parts.ts'

/** What may be so of somebody's clusters, that a box or a sentence is only for. */
export const drawnConditions = ['waypoints', 'several-clusters', 'several-pods', 'several-nodes'] as const
export type DrawnCondition = (typeof drawnConditions)[number]

const conditional = {
  if: z.enum(drawnConditions).optional().describe('drawn only if there are any'),
}

const boxSchema = z.strictObject({
  name: countedProse(60),
  detail: countedProse(80).optional(),
  kind: componentSchema.shape.kind,
  in: z.enum(['pod', 'kernel', 'node', 'mesh', 'control-plane']).describe('mesh: anywhere in the cluster'),
  ...conditional,
})

/** What would run where in somebody's own cluster. The app in the pods is there of itself, as the box `app`. */
export const drawingSchema = z.strictObject({
  boxes: z.record(id, boxSchema),
  arrows: z.array(flowSchema.pick({ from: true, to: true, carries: true, label: true })),
  machine: z
    .strictObject({ proxy: prose(24), from: id, label: prose(28) })
    .optional()
    .describe('on a virtual machine that joins: its proxy, and the box that configures it'),
  story: z.array(z.strictObject({ says: countedProse(240), ...conditional })).min(1),
  sources: sourceIds,
  checked: date,
})

export type DrawingFile = z.infer<typeof drawingSchema>
