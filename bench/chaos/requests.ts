import type { SlackRequest } from '../../tests/helpers/signed-request.ts'
import {
  answerThis,
  directMessage,
  eventCallback,
  mention,
  newTs,
  press,
  slashCommand,
  submission,
  workspace,
} from '../../tests/helpers/slack-payloads.ts'
import type { StandIn } from './stand-in.ts'

/** A request, and where its answer is to be seen. */
export interface Sent {
  readonly request: SlackRequest
  /** Of these, one is reached once somebody has an answer, or is told why there is none, unless the response is it. */
  readonly at: readonly string[]
}

let count = 0
const unique = (letter: string): string => `${letter}${String(++count).padStart(9, '0')}`

/** The ways by which a text comes in, each with a place of its own to be answered at. */
export const surfaces: Readonly<Record<string, (text: string, slack: StandIn) => Sent>> = {
  'slash command'(text, slack) {
    const id = unique('h')
    const { type, body } = slashCommand(text)
    const fields = new URLSearchParams(body)
    fields.set('response_url', slack.hook(id))
    return { request: { type, body: fields.toString() }, at: [`hook/${id}`] }
  },
  mention(text) {
    const ts = newTs()
    return { request: eventCallback(mention({ text, ts })), at: [ts] }
  },
  'direct message'(text) {
    const ts = newTs()
    return { request: eventCallback(directMessage({ text, ts })), at: [ts] }
  },
  'answer this'(text, slack) {
    const ts = newTs()
    return hooked(answerThis({ text: text || '?', ts }, workspace.channel), slack, [ts])
  },
  details(text, slack) {
    const triggerId = unique('trigger')
    return hooked(press({ actionId: 'details', value: text, ephemeral: true, triggerId }), slack, [triggerId])
  },
  button(text, slack) {
    const messageTs = newTs()
    return hooked(press({ actionId: 'ask.0', value: text, messageTs }), slack, [messageTs])
  },
  'own button': (text, slack) => hooked(press({ actionId: 'ask.0', value: text, ephemeral: true }), slack, []),
  share(text, slack) {
    const threadTs = newTs()
    return hooked(press({ actionId: 'share', value: text, ephemeral: true, threadTs }), slack, [threadTs])
  },
  form(_text, slack) {
    const triggerId = unique('trigger')
    const value = JSON.stringify({ mesh: 'linkerd', topic: 'retries' })
    return hooked(press({ actionId: 'correct', value, ephemeral: true, triggerId }), slack, [triggerId])
  },
  'ask modal'(text) {
    const user = unique('U')
    const { type, body } = submission('ask', { question: { question: { value: text || '?' } } })
    const payload: unknown = JSON.parse(new URLSearchParams(body).get('payload') ?? '{}')
    const asked = JSON.stringify({ ...Object(payload), user: { id: user } })
    return { request: { type, body: new URLSearchParams({ payload: asked }).toString() }, at: [user] }
  },
  // What is wrong with a size is told in the response.
  'size form'(text) {
    const values = ['pods', 'nodes', 'rps', 'hops'].map((id) => [id, { [id]: { value: text || '?' } }] as const)
    const fields = { ...Object.fromEntries(values), l7: { l7: { selected_options: [] } } }
    return { request: submission('estimate', fields, { metadata: '{}' }), at: [] }
  },
}

/** Gives a click a response_url of the stand-in. */
function hooked({ type, body }: SlackRequest, slack: StandIn, at: readonly string[]): Sent {
  const id = unique('h')
  const payload: unknown = JSON.parse(new URLSearchParams(body).get('payload') ?? '{}')
  const clicked = JSON.stringify({ ...Object(payload), response_url: slack.hook(id) })
  const request = { type, body: new URLSearchParams({ payload: clicked }).toString() }
  return { request, at: [`hook/${id}`, ...at] }
}
