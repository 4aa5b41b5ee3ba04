import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findMesh, findTopic } from '../../knowledge/knowledge.ts'
import { clip } from '../../pages/clip.ts'
import { surface } from '../surface.ts'

/** The fact that a correction is about: what the button carries, as JSON. */
const factSchema = z.object({ mesh: z.string(), topic: z.string() })
export type DisputedFact = z.infer<typeof factSchema>

/** What the modal carries from its opening to its submission: the fact, and where the button was. */
const metadataSchema = z.object({
  ...factSchema.shape,
  channel: z.string().optional(),
  threadTs: z.string().optional(),
})
type Metadata = z.infer<typeof metadataSchema>

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.issues.push({ code: 'custom', message: 'is not JSON', input: text })
    return z.NEVER
  }
})

/** The fact that a "correct" button is about. Throws what zod throws when its value is something else. */
export const parseDisputedFact = (value: unknown): DisputedFact => json.pipe(factSchema).parse(value)

/** The name of a fact as people know it: "Linkerd, circuit breaking". */
export function nameFact(knowledge: Knowledge, { mesh, topic }: DisputedFact): string {
  return `${findMesh(knowledge, mesh)?.name ?? mesh}, ${findTopic(knowledge, topic)?.title ?? topic}`
}

/** The modal that asks what is wrong with a fact. */
export const correctionModal = (knowledge: Knowledge, metadata: Metadata): ModalView => ({
  type: 'modal',
  callback_id: surface.views.correction,
  private_metadata: JSON.stringify(metadata),
  title: { type: 'plain_text', text: 'Correct a fact' },
  submit: { type: 'plain_text', text: 'Send' },
  close: { type: 'plain_text', text: 'Cancel' },
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: clip(nameFact(knowledge, metadata), 200) } },
    {
      type: 'input',
      block_id: 'text',
      label: { type: 'plain_text', text: 'What is wrong, and what is right?' },
      element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 2000, focus_on_load: true },
    },
    {
      type: 'input',
      block_id: 'source',
      optional: true,
      label: { type: 'plain_text', text: 'Address of a source' },
      hint: { type: 'plain_text', text: 'A page that says so, best of the project itself.' },
      element: { type: 'url_text_input', action_id: 'source' },
    },
  ],
})

const submission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    private_metadata: json.pipe(metadataSchema),
    state: z.object({
      values: z.object({
        text: z.object({ text: z.object({ value: z.string().nullish() }) }),
        source: z.object({ source: z.object({ value: z.string().nullish() }) }),
      }),
    }),
  }),
})

/** What was submitted about a fact. */
export interface SubmittedCorrection extends Metadata {
  readonly user: string
  /** The modal that was open: another one has another id. */
  readonly viewId: string
  readonly text: string
  /** As typed: not yet known to be an address. */
  readonly source?: string | undefined
}

/** What was submitted. Throws what zod throws when it didn't come from our modal. */
export function parseCorrection(body: unknown): SubmittedCorrection {
  const { user, view } = submission.parse(body)
  const { text, source } = view.state.values
  return {
    ...view.private_metadata,
    user: user.id,
    viewId: view.id,
    text: text.text.value?.trim() ?? '',
    source: source.source.value?.trim() || undefined,
  }
}
