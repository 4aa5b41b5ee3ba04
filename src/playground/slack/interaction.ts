import { type Delivery, deliver, isAcknowledged } from '../deliver.ts'
import type { JsonObject } from '../json.ts'
import type { Member } from '../protocol.ts'
import type { World } from '../world.ts'
import { teamPart, userPart, VERIFICATION_TOKEN } from './payload-parts.ts'

/** Sends an interaction payload, form-encoded as Slack does. */
export function sendInteraction(world: World, summary: string, payload: JsonObject): Promise<Delivery> {
  return deliver(world, {
    kind: String(payload.type),
    summary,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    shown: payload,
  })
}

/** What all interaction payloads of a person have in common. */
export function interactionBase(world: World, person: Member, type: string): JsonObject {
  return {
    type,
    team: teamPart(world),
    user: userPart(world, person),
    api_app_id: world.identity.appId,
    token: VERIFICATION_TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** What Slack tells a person whose interaction wasn't acknowledged; nothing if it was. */
export function complaint(delivery: Delivery): string | undefined {
  if (isAcknowledged(delivery)) return undefined
  if ('answer' in delivery) return `This app responded with Status Code ${delivery.answer.status}.`
  return delivery.problem === 'operation_timeout'
    ? 'Operation timed out. Apps need to respond within 3 seconds.'
    : 'Oh no, something went wrong. Please try that again.'
}
