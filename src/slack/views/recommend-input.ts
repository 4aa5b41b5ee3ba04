import { z } from 'zod'
import type { GivenAnswers } from '../../advisor/questionnaire.ts'
import { notSure, viewIds } from './recommend-view.ts'

const option = z.object({ value: z.string() })
const element = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
})

const viewSchema = z.object({
  id: z.string(),
  hash: z.string().optional(),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), element)) }).default({ values: {} }),
})

const bodySchema = z.object({
  user: z.object({ id: z.string() }),
  view: viewSchema,
  actions: z.array(z.object({ action_id: z.string() })).default([]),
  response_urls: z.array(z.object({ channel_id: z.string() })).default([]),
})

/** What came of the modal: by a submission, a change of an answer, or a close. */
export interface RecommendInput {
  readonly user: string
  readonly viewId: string
  readonly hash?: string | undefined
  readonly metadata: string
  readonly given: GivenAnswers
  readonly action?: string | undefined
  /** The conversation that was chosen for the outcome. */
  readonly conversation?: string | undefined
}

/** Whether a payload is of this modal. */
export const isRecommendView = (body: unknown): boolean =>
  z.object({ view: z.object({ callback_id: z.literal(viewIds.callback) }) }).safeParse(body).success

/** Reads a payload of the modal. Throws what zod throws on another one. */
export function parseRecommendInput(body: unknown): RecommendInput {
  const { user, view, actions, response_urls: conversations } = bodySchema.parse(body)
  const given = Object.entries(view.state.values).flatMap(([block, elements]) => {
    const answer = elements[viewIds.answer]
    return answer ? [[block, valuesOf(answer)] as const] : []
  })
  return {
    user: user.id,
    viewId: view.id,
    hash: view.hash,
    metadata: view.private_metadata,
    given: new Map(given),
    action: actions[0]?.action_id,
    conversation: conversations[0]?.channel_id,
  }
}

function valuesOf({ value, selected_option: one, selected_options: many }: z.infer<typeof element>): readonly string[] {
  if (many) return many.map((chosen) => chosen.value)
  if (one) return one.value === notSure ? [] : [one.value]
  return value ? [value] : []
}
