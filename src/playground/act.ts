import { z } from 'zod'

const id = z.string().min(1)
const json = z.record(z.string(), z.unknown())
const state = z.record(z.string(), z.record(z.string(), json))
const threadTs = z.string().optional()
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), conversation: id, ts: id }),
  z.object({ kind: z.literal('view'), viewId: id }),
])
const element = { source, blockId: z.string(), actionId: z.string() }

/** Everything that a person can do in the playground. */
export const actSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), conversation: id, threadTs, text: z.string().min(1).max(12_000) }),
  z.object({ do: z.literal('edit'), conversation: id, ts: id, text: z.string().min(1).max(12_000) }),
  z.object({ do: z.literal('delete'), conversation: id, ts: id }),
  z.object({ do: z.literal('dismiss'), conversation: id, ts: id }),
  z.object({
    do: z.literal('upload'),
    conversation: id,
    threadTs,
    name: id.max(255),
    base64: z.base64(),
    comment: z.string(),
  }),
  z.object({ do: z.literal('interact'), ...element, value: json, state }),
  z.object({ do: z.literal('suggest'), ...element, query: z.string() }),
  z.object({ do: z.literal('submit'), viewId: id, state }),
  z.object({ do: z.literal('close'), viewId: id, all: z.boolean() }),
  z.object({ do: z.literal('shortcut'), callbackId: id }),
  z.object({ do: z.literal('message-shortcut'), callbackId: id, conversation: id, ts: id }),
  z.object({ do: z.literal('open-app'), tab: z.enum(['home', 'messages']) }),
  z.object({ do: z.literal('invite-app'), conversation: id }),
])

/** Something that a person does. */
export type Act = z.infer<typeof actSchema>
