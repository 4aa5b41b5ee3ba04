import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { completeSize, podsPerNodeAssumed, type Sized, type StatedSize } from '../../estimator/cluster-size.ts'
import { surface } from '../surface.ts'

/** What the modal carries from its opening to its submission: where it was asked for. */
const metadataSchema = z.object({ channel: z.string().optional() })

interface Field {
  readonly id: 'pods' | 'nodes' | 'rps' | 'hops'
  readonly label: string
  readonly hint: string
  readonly initial: string
}

const fields: readonly Field[] = [
  { id: 'pods', label: 'Pods', hint: 'Pods that the mesh is to serve.', initial: '500' },
  {
    id: 'nodes',
    label: 'Nodes',
    hint: `Worker nodes; left empty, one for every ${podsPerNodeAssumed} pods.`,
    initial: '20',
  },
  { id: 'rps', label: 'Requests a second', hint: 'Requests of your users, at the edge.', initial: '1000' },
  { id: 'hops', label: 'Calls for each request', hint: 'Calls between services, one after another.', initial: '3' },
]

const layer7 = {
  text: { type: 'plain_text', text: 'HTTP routing, retries or HTTP authorization' },
  value: 'l7',
} as const

/** The modal that asks for the size of a cluster. */
export const estimateModal = (channel: string | undefined): ModalView => ({
  type: 'modal',
  callback_id: surface.views.estimate,
  private_metadata: JSON.stringify({ channel }),
  title: { type: 'plain_text', text: 'Estimate' },
  submit: { type: 'plain_text', text: 'Estimate' },
  close: { type: 'plain_text', text: 'Cancel' },
  blocks: [
    ...fields.map(({ id, label, hint, initial }, index) => ({
      type: 'input' as const,
      block_id: id,
      optional: id === 'nodes',
      label: { type: 'plain_text' as const, text: label },
      hint: { type: 'plain_text' as const, text: hint },
      element: {
        type: 'plain_text_input' as const,
        action_id: id,
        initial_value: initial,
        max_length: 20,
        ...(index === 0 ? { focus_on_load: true } : {}),
      },
    })),
    {
      type: 'input',
      block_id: 'l7',
      optional: true,
      label: { type: 'plain_text', text: 'Wanted beside encryption' },
      element: { type: 'checkboxes', action_id: 'l7', options: [layer7] },
    },
  ],
})

const typed = z.object({ value: z.string().nullish() }).transform(({ value }) => value?.trim() || undefined)
const submission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    state: z.object({
      values: z.object({
        pods: z.object({ pods: typed }),
        nodes: z.object({ nodes: typed }),
        rps: z.object({ rps: typed }),
        hops: z.object({ hops: typed }),
        l7: z.object({ l7: z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() }) }),
      }),
    }),
  }),
})

/** What was submitted: whose it is and from where, and the size or what is wrong with it. */
export interface SubmittedSize {
  readonly user: string
  readonly viewId: string
  readonly channel?: string | undefined
  readonly sized: Sized
}

/** A number as people write it; NaN for anything else. */
type ReadNumber = (text: string) => number

/** What was submitted. Throws what zod throws when it didn't come from our modal. */
export function parseSubmittedSize(body: unknown, numberOf: ReadNumber): SubmittedSize {
  const { user, view } = submission.parse(body)
  const { pods, nodes, rps, hops, l7 } = view.state.values
  const stated: StatedSize = {
    ...amount('pods', pods.pods, numberOf),
    ...amount('nodes', nodes.nodes, numberOf),
    ...amount('rps', rps.rps, numberOf),
    ...amount('hops', hops.hops, numberOf),
    l7: (l7.l7.selected_options ?? []).length > 0,
  }
  const { channel } = metadataSchema.parse(JSON.parse(view.private_metadata))
  return { user: user.id, viewId: view.id, channel, sized: completeSize(stated) }
}

const amount = (field: Field['id'], text: string | undefined, numberOf: ReadNumber): StatedSize =>
  text === undefined ? {} : { [field]: numberOf(text) }

/** The problems of a size as errors at the modal's fields: calls and depth both come from one field there. */
export const fieldErrors = (problems: Extract<Sized, { ok: false }>['problems']): Record<string, string> =>
  Object.fromEntries(
    problems
      .map(({ field, message }) => [field === 'calls' || field === 'depth' ? 'hops' : field, message] as const)
      .toReversed(),
  )
