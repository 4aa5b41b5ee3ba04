import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { surface } from '../surface.ts'

/** The modal of the global shortcut: a question, and where the answer goes. */
export const askModal: ModalView = {
  type: 'modal',
  callback_id: surface.views.ask,
  title: { type: 'plain_text', text: 'Ask Meshwise' },
  submit: { type: 'plain_text', text: 'Ask' },
  close: { type: 'plain_text', text: 'Cancel' },
  blocks: [
    {
      type: 'input',
      block_id: 'question',
      label: { type: 'plain_text', text: 'Question' },
      element: {
        type: 'plain_text_input',
        action_id: 'question',
        max_length: 500,
        focus_on_load: true,
        placeholder: { type: 'plain_text', text: 'Does Linkerd do rate limiting?' },
      },
    },
    {
      type: 'input',
      block_id: 'conversation',
      optional: true,
      label: { type: 'plain_text', text: 'Post the answer in' },
      hint: { type: 'plain_text', text: 'Leave it empty, and only you get the answer, as a direct message.' },
      element: { type: 'conversations_select', action_id: 'conversation', response_url_enabled: true },
    },
  ],
}

const submission = z.object({
  view: z.object({
    id: z.string(),
    state: z.object({ values: z.object({ question: z.object({ question: z.object({ value: z.string() }) }) }) }),
  }),
  user: z.object({ id: z.string() }),
  response_urls: z.array(z.object({ channel_id: z.string() })).default([]),
})

/** A question, and the conversation that was chosen for the answer, if one was. */
export interface SubmittedQuestion {
  readonly question: string
  readonly user: string
  readonly channel?: string | undefined
  /** The modal that was open: another one has another id. */
  readonly viewId: string
}

/** What was submitted. Throws what zod throws when it didn't come from our modal. */
export function parseQuestion(body: unknown): SubmittedQuestion {
  const { view, user, response_urls: conversations } = submission.parse(body)
  const { value } = view.state.values.question.question
  return { question: value.trim(), user: user.id, channel: conversations[0]?.channel_id, viewId: view.id }
}
