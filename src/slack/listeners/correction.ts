import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { z } from 'zod'
import { tenantOf } from '../answering.ts'
import { ids } from '../blocks/ids.ts'
import { linkable } from '../blocks/markup.ts'
import type { Message } from '../blocks/message.ts'
import { sentenceMessage } from '../blocks/sentence-message.ts'
import type { Edge } from '../edge.ts'
import { oncePerView } from '../once.ts'
import { openView } from '../open-view.ts'
import type { Press, PressArgs } from '../press.ts'
import { describeRefusal } from '../refusals.ts'
import { whisper } from '../send.ts'
import {
  correctionModal,
  nameFact,
  parseCorrection,
  parseDisputedFact,
  type SubmittedCorrection,
} from '../views/correction-view.ts'

/** Opens the modal that asks what is wrong with a fact. */
export async function openCorrection(edge: Edge, { client, respond, context }: PressArgs, press: Press): Promise<void> {
  const { channel, threadTs, value } = press
  const opener = { ...press, tenant: tenantOf(context) }
  const fact = parseDisputedFact(value)
  const view = correctionModal(edge.knowledge.current.knowledge, { ...fact, channel, threadTs })
  await openView(edge, { client, respond, log: edge.log }, opener, view, { actionId: ids.correct, value })
}

/** A letter or a digit that can be seen: some letters are blank. */
const readable = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u

const address = z.url({ protocol: /^https?$/ })

const notKept =
  'I can’t keep this just now. Please try again in a minute; what you wrote stays here until you close this.'

/**
 * Keeps a correction for whoever looks after the knowledge, and then tells its author so. It is posted nowhere. It is
 * acknowledged once it is kept, since only the acknowledgement can leave the modal open; it is kept once for each modal,
 * however often that is submitted.
 */
export const correctionSubmitted =
  (edge: Edge) =>
  async ({ ack, body, client, context }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    const correction = parseCorrection(body)
    const { user, viewId, mesh, topic, channel, threadTs, text, source } = correction
    if (!readable.test(text)) {
      await ack({ response_action: 'errors', errors: { text: 'Say in a few words what is wrong.' } })
      return
    }
    if (source !== undefined && !address.safeParse(source).success) {
      await ack({ response_action: 'errors', errors: { source: 'Give an address that starts with https://.' } })
      return
    }
    const tenant = tenantOf(context)
    const id = [tenant.enterpriseId, tenant.teamId, viewId].filter(Boolean).join('-')
    const added = { id, ...tenant, userId: user, mesh, topic, text, sourceUrl: source }
    try {
      await edge.storage.corrections.add(added)
    } catch (error) {
      // The modal stays open with what was written in it.
      edge.log.error('A correction could not be kept', describeRefusal(error))
      await ack({ response_action: 'errors', errors: { text: notKept } })
      return
    }
    await ack()
    await oncePerView(edge, tenant, viewId, () =>
      whisper({ client, log: edge.log }, { user, channel, threadTs }, thanks(edge, correction)),
    )
  }

function thanks({ knowledge, feedbackUrl }: Edge, correction: SubmittedCorrection): Message {
  const kept = 'Thank you. Your correction is kept for whoever looks after these facts.'
  if (feedbackUrl === undefined) return sentenceMessage(kept)
  const link = prefilled(feedbackUrl, nameFact(knowledge.current.knowledge, correction), correction)
  const button = {
    type: 'button',
    action_id: 'file',
    text: { type: 'plain_text', text: 'Open a report' },
    url: link,
  } as const
  return {
    text: `${kept} To discuss it in the open, file it here: ${link}`,
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: `${kept} To discuss it in the open, file a report too.` } },
      { type: 'actions', elements: [button] },
    ],
  }
}

/** The page for reports with the form filled in, as GitHub and GitLab read it; without the text where that is too long for a button. */
function prefilled(feedbackUrl: string, fact: string, { text, source }: SubmittedCorrection): string {
  const url = new URL(feedbackUrl)
  url.searchParams.set('title', `Correction: ${fact}`)
  const short = url.href
  url.searchParams.set('body', source === undefined ? text : `${text}\n\nSource: ${source}`)
  return linkable(url.href) ?? short
}
