import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption, RichTextBlock } from '@slack/types'
import type { Basis } from '../../advisor/basis.ts'
import { nameOf } from '../../advisor/candidates.ts'
import { type AskedQuestion, questionsOf, stepCount, stepTitle } from '../../advisor/questionnaire.ts'
import { rank } from '../../advisor/rank.ts'
import type { Requirements } from '../../advisor/requirements.ts'
import { sayAnswers } from '../../advisor/say.ts'
import { tensionsIn } from '../../advisor/tensions.ts'
import { showPoints } from '../../answers/recommend.ts'
import { inSentence } from '../../wording.ts'
import { limits } from '../blocks/limits.ts'
import { plainText } from '../blocks/plain-text.ts'
import { type RecommendState, recommendState } from './recommend-state.ts'

/** The ids by which the modal's own parts are found again. Questions stand under their ids in the criteria. */
export const viewIds = {
  callback: 'recommend',
  answer: 'answer',
  back: 'recommend.back',
  conversation: 'conversation',
} as const

/** The option of those who don't know. */
export const notSure = 'not-sure'

/** One step of the guided decision; the last one shows how the ranking stands. */
export function recommendView(basis: Basis, state: RecommendState): ModalView {
  const { step, requirements, channel } = state
  const steps = stepCount(basis)
  const isLast = step >= steps - 1
  return {
    type: 'modal',
    callback_id: viewIds.callback,
    private_metadata: recommendState(basis).encode(state),
    notify_on_close: true,
    title: plainText(`Which mesh? ${step + 1} of ${steps}`, 24),
    submit: plainText(isLast ? 'Recommend' : 'Next', 24),
    close: plainText('Cancel', 24),
    blocks: [
      { type: 'header', text: plainText(stepTitle(basis, step), limits.header) },
      ...questionsOf(basis, step, requirements).map(inputBlock),
      ...warnings(basis, requirements),
      ...(isLast ? review(basis, requirements) : []),
      ...(isLast ? [channel === undefined ? conversationInput : onlyYou] : []),
      ...(step > 0 ? [backButton] : []),
    ],
  }
}

const option = ({ value, label }: AskedQuestion['options'][number]): PlainTextOption => ({
  text: plainText(label, limits.option.text),
  value,
})

const backButton: KnownBlock = {
  type: 'actions',
  block_id: 'navigation',
  elements: [{ type: 'button', action_id: viewIds.back, text: plainText('Back', 24) }],
}

const onlyYou: KnownBlock = {
  type: 'context',
  elements: [plainText('Only you will see the outcome. A button under it shares it with everybody there.', 150)],
}

const conversationInput: InputBlock = {
  type: 'input',
  block_id: viewIds.conversation,
  optional: true,
  label: plainText('Post the outcome in', 100),
  hint: plainText('Leave it empty, and only you get it, as a direct message.', 150),
  element: { type: 'conversations_select', action_id: viewIds.conversation, response_url_enabled: true },
}

/** Choices are told to us as they change, so that later questions and the ranking follow them. */
function inputBlock(question: AskedQuestion): InputBlock {
  const { id, ask, hint, kind } = question
  return {
    type: 'input',
    block_id: id,
    optional: true,
    dispatch_action: kind !== 'number',
    label: plainText(ask, 2_000),
    ...(hint ? { hint: plainText(hint, 2_000) } : {}),
    element: elementOf(question),
  }
}

function elementOf({ kind, options, answer }: AskedQuestion): InputBlock['element'] {
  const [first] = answer
  const all = options.map(option)
  const chosen = all.filter(({ value }) => value !== undefined && answer.includes(value))
  switch (kind) {
    case 'number':
      return {
        type: 'number_input',
        action_id: viewIds.answer,
        is_decimal_allowed: false,
        min_value: '0',
        ...(first === undefined ? {} : { initial_value: first }),
      }
    case 'one': {
      const unsure = option({ value: notSure, label: 'Not sure' })
      return {
        type: 'static_select',
        action_id: viewIds.answer,
        options: [...all, unsure],
        initial_option: chosen[0] ?? unsure,
      }
    }
    case 'many':
      return {
        type: 'multi_static_select',
        action_id: viewIds.answer,
        options: all,
        placeholder: plainText('Choose any number', limits.placeholder),
        ...(chosen.length > 0 ? { initial_options: chosen } : {}),
      }
  }
}

/** What an alert can hold. */
const alertText = 200

/** Slack takes this block in modals only; its types don't have it yet. */
interface AlertBlock {
  readonly type: 'alert'
  readonly level: 'warning'
  readonly text: PlainTextElement
}
const warnings = (basis: Basis, requirements: Requirements): AlertBlock[] =>
  tensionsIn(basis, requirements)
    .slice(0, 3)
    .map((text) => ({ type: 'alert', level: 'warning', text: plainText(text, alertText) }))

/** What was answered, and how the meshes stand by it: a list, since a modal takes no table. */
function review(basis: Basis, requirements: Requirements): KnownBlock[] {
  const said = sayAnswers(basis, requirements)
  const { ranked, eliminated } = rank(basis, requirements)
  const out = eliminated.map(
    ({ candidate, constraint }) => `${nameOf(candidate)} is ruled out: ${inSentence(constraint.title)}`,
  )
  return [
    { type: 'header', text: plainText('How it stands', limits.header) },
    list(
      'ordered',
      ranked.map(({ candidate, score }) => `${nameOf(candidate)}: ${showPoints(score)} of 100 points`),
      'No mesh meets all musts.',
    ),
    ...(out.length > 0 ? [list('bullet', out, '')] : []),
    {
      type: 'context',
      elements: [plainText(said.length > 0 ? `Your answers: ${said.join('; ')}.` : 'Nothing is answered yet.', 2_000)],
    },
  ]
}

function list(style: 'ordered' | 'bullet', items: readonly string[], otherwise: string): RichTextBlock {
  const shown = items.length > 0 ? items : [otherwise]
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: items.length > 0 ? style : 'bullet',
        elements: shown.map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
      },
    ],
  }
}
