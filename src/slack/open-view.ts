import { webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Tenant } from '../storage/storage.ts'
import { buttonMessage } from './blocks/button-message.ts'
import { sentenceMessage } from './blocks/sentence-message.ts'
import { clientOptionsOf } from './client-options.ts'
import type { Edge } from './edge.ts'
import { openOnce } from './one-modal.ts'
import { describeRefusal, isLate, isPassing } from './refusals.ts'
import { type Person, type Ways, whisper } from './send.ts'

/** How long a try to open a view may take, in milliseconds: its trigger lives for three seconds, and there are two tries. */
const PATIENCE = 1_200

/** Whoever asked for a view, and the trigger that lets it be opened. */
export interface Opener extends Person {
  readonly tenant: Tenant
  readonly triggerId: string
  /** The message whose button was pressed. */
  readonly messageTs?: string | undefined
}

/** What leads to the same view with a fresh trigger: a button's action and value, or else what to do in words. */
export type Again = { readonly actionId: string; readonly value: string } | { readonly words: string }

/**
 * Opens a modal, and once where that is asked for twice. A trigger is good for three seconds, so what fails in passing is
 * tried once more at once, and no longer: then whoever asked is told, with a button that brings a fresh trigger. Rejects
 * where Slack refuses the view itself, or where nobody can be told.
 */
export async function openView(
  edge: Pick<Edge, 'metrics' | 'storage'>,
  ways: Ways,
  opener: Opener,
  view: ModalView,
  again: Again,
): Promise<void> {
  const { log } = ways
  const client = hurried(ways, edge.metrics)
  const open = async () => {
    await client.views.open({ trigger_id: opener.triggerId, view: { ...view, notify_on_close: true } })
  }
  await openOnce(edge, opener, again, async () => {
    try {
      await open().catch((error: unknown) => {
        if (!isPassing(error)) throw error
        log.warn('A view could not be opened: trying once more', describeRefusal(error))
        return open()
      })
      return true
    } catch (error) {
      if (!isPassing(error) && !isLate(error)) throw error
      log.warn('A view could not be opened: whoever asked for it is told', describeRefusal(error))
      await whisper(ways, opener, pressAgain(again))
      return false
    }
  })
}

const late = 'Slack didn’t let the form open in time.'

const pressAgain = (again: Again) =>
  'words' in again
    ? sentenceMessage(`${late} ${again.words}`)
    : buttonMessage(`${late} If it isn’t there by now, try again.`, { label: 'Open it', ...again })

/** The client of a request, but for its patience: by default a call is tried for five minutes. */
const hurried = ({ client, log }: Ways, metrics: Edge['metrics']): webApi.WebClient =>
  new webApi.WebClient(client.token, {
    ...clientOptionsOf({ apiUrl: client.slackApiUrl, edge: { log, metrics }, retryConfig: { retries: 0 } }),
    timeout: PATIENCE,
    rejectRateLimitedCalls: true,
  })
