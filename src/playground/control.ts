import type { Control } from './control-request.ts'
import { deliver, isAcknowledged } from './deliver.ts'
import { isObject, type JsonObject, objectAt, stringAt } from './json.ts'
import type { Exchange, Outcome } from './protocol.ts'
import { showAnswer } from './slack/commands.ts'
import { postScheduled } from './web-api/scheduled.ts'
import { turnDials, type World } from './world.ts'

/** Does what is done to the playground, but for a reset. */
export async function controlWorld(world: World, wanted: Exclude<Control, { do: 'reset' }>): Promise<Outcome> {
  switch (wanted.do) {
    case 'dials':
      turnDials(world, wanted.dials)
      return { ok: true }
    case 'clear-exchanges':
      world.exchanges.clear()
      world.feed.publish({ kind: 'exchanges-cleared' })
      return { ok: true }
    case 'post-scheduled':
      await postScheduled(world, wanted.id)
      return { ok: true }
    case 'replay':
      return replay(world, wanted.exchange)
  }
}

// An event keeps its event_id, so that one sees the app drop it; what has expired since is issued anew.
async function replay(world: World, id: number): Promise<Outcome> {
  const exchange = world.exchanges.find(id)
  if (exchange?.direction !== 'to-app' || !isObject(exchange.body)) return { ok: false, error: 'Nothing to replay.' }
  const payload = renewed(world, exchange.body)
  const json = exchange.headers['content-type'] === 'application/json'
  const delivery = await deliver(world, {
    kind: exchange.kind,
    summary: `replay of #${id}: ${exchange.summary}`,
    contentType: json ? 'application/json' : 'application/x-www-form-urlencoded',
    body: json ? JSON.stringify(payload) : formOf(exchange, payload),
    shown: payload,
    replayOf: id,
  })
  const [person, conversation] = [stringAt(payload, 'user_id'), stringAt(payload, 'channel_id')]
  if (
    exchange.kind === 'slash_command' &&
    isAcknowledged(delivery) &&
    person !== undefined &&
    conversation !== undefined
  ) {
    await showAnswer(world, { person, conversation }, exchange.summary, delivery)
  }
  return { ok: true }
}

function renewed(world: World, payload: JsonObject): JsonObject {
  const person = stringAt(payload, 'user_id') ?? stringAt(objectAt(payload, 'user') ?? {}, 'id') ?? ''
  const conversation = stringAt(payload, 'channel_id') ?? stringAt(objectAt(payload, 'channel') ?? {}, 'id')
  const container = objectAt(payload, 'container') ?? {}
  const viewId = stringAt(container, 'view_id')
  const ts = stringAt(container, 'message_ts') ?? stringAt(payload, 'message_ts')
  return {
    ...payload,
    ...(payload.trigger_id === undefined ? {} : { trigger_id: world.triggers.issue(person, viewId) }),
    ...(payload.response_url === undefined || conversation === undefined
      ? {}
      : {
          response_url: world.responseUrls.issue({
            person,
            conversation,
            ...(ts === undefined ? {} : { original: { ts, ephemeral: container.is_ephemeral === true } }),
          }),
        }),
  }
}

function formOf(exchange: Exchange, payload: JsonObject): string {
  if (exchange.kind !== 'slash_command') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
  return new URLSearchParams(fields).toString()
}
