import { z } from 'zod'
import { id, prose, sourceIds } from './schema-parts.ts'

/** Where a part of a mesh stands. `mesh` is anywhere in the cluster. */
export const places = [
  'control-plane',
  'client-node',
  'client-pod',
  'client-kernel',
  'mesh',
  'server-node',
  'server-pod',
  'server-kernel',
] as const

/** What a part is: the application, a proxy that reads HTTP or one that doesn't, kernel programs, what configures. */
export const componentSchema = z.strictObject({
  name: prose(24),
  detail: prose(32).optional(),
  kind: z.enum(['app', 'proxy-l7', 'proxy-l4', 'kernel', 'agent', 'control']),
  in: z.enum(places),
})

/** What goes from one part to another. `encryptable`: encrypted where it is switched on. `says` is the same in a sentence, for those who can't see the picture. */
export const flowSchema = z.strictObject({
  from: id,
  to: id,
  carries: z.enum(['plain', 'encrypted', 'encryptable', 'config']),
  label: prose(28),
  says: prose(300),
})

/** How a request gets from one service to another in one mode of a mesh, and what the control plane sends. */
const diagramSchema = z.strictObject({
  mesh: id,
  mode: id.describe('the mode of the mesh'),
  words: z.array(z.string().min(2).max(30)).default([]).describe('what else people call it after the name of the mesh'),
  title: prose(50),
  gist: prose(240).describe('where the proxies stand and where mTLS starts and ends'),
  components: z.record(id, componentSchema),
  flows: z.array(flowSchema).min(2),
  sources: sourceIds,
})

export const diagramsFileSchema = z.strictObject({ diagrams: z.record(id, diagramSchema).default({}) })

export type DiagramFile = z.infer<typeof diagramSchema>
export type Component = z.infer<typeof componentSchema>
export type Flow = z.infer<typeof flowSchema>
export type Place = (typeof places)[number]
