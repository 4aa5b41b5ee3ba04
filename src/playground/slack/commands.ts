import { acknowledged, type Delivery, deliver, isAcknowledged, noteViolations } from '../deliver.ts'
import { isObject } from '../json.ts'
import type { Member, Outcome } from '../protocol.ts'
import { validateMessage } from '../validate-blocks.ts'
import type { World } from '../world.ts'
import { composeText } from './compose-text.ts'
import { channelPart, VERIFICATION_TOKEN } from './payload-parts.ts'
import { postAsApp, respond } from './respond.ts'
import { slackbotSays } from './whisper.ts'

/** Runs a slash command as a person. */
export async function runCommand(
  world: World,
  person: Member,
  where: { conversation: string; threadTs?: string },
  typed: string,
): Promise<Outcome> {
  const [command = '', ...words] = typed.trim().split(/\s+/)
  const target = { person: person.id, ...where }
  const known = world.manifest.commands.find((candidate) => candidate.command === command)
  if (known === undefined) {
    slackbotSays(world, target, `\`${command}\` is not a valid command. In Slack, commands start with “/”.`)
    return { ok: true }
  }
  if (where.threadTs !== undefined) {
    slackbotSays(world, target, `\`${command}\` is not supported in threads. Sorry!`)
    return { ok: true }
  }
  const typedText = typed.trim().slice(command.length).trim()
  const text = known.shouldEscape ? composeText(world.workspace, typedText) : typedText
  const delivery = await deliver(world, {
    kind: 'slash_command',
    summary: [command, ...words].join(' '),
    contentType: 'application/x-www-form-urlencoded',
    ...commandBody(world, person, where.conversation, command, text),
  })
  if (!isAcknowledged(delivery)) {
    slackbotSays(world, target, `${command} failed with the error "${failureOf(delivery)}"`)
    return { ok: false, error: failureOf(delivery) }
  }
  await showAnswer(world, { person: person.id, conversation: where.conversation }, typed.trim(), delivery)
  return { ok: true }
}

/** Shows what the app said in its acknowledgement of a command, if it said anything. */
export async function showAnswer(
  world: World,
  target: { person: string; conversation: string },
  typed: string,
  delivery: Delivery,
): Promise<void> {
  const body = 'answer' in delivery ? delivery.answer.body.trim() : ''
  const json = acknowledged(delivery)
  const answer = isObject(json) ? json : body === '' ? undefined : { text: body }
  if (answer === undefined) return
  if (answer.response_type === 'in_channel') await showInvocation(world, target, typed)
  noteViolations(world, delivery.exchange, validateMessage(answer))
  await respond(world, target, answer)
}

function commandBody(
  world: World,
  person: Member,
  conversation: string,
  command: string,
  text: string,
): { body: string; shown: unknown } {
  const channel = channelPart(world, conversation)
  const fields = {
    token: VERIFICATION_TOKEN,
    team_id: world.identity.teamId,
    team_domain: 'acme-platform',
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: world.identity.appId,
    is_enterprise_install: 'false',
    response_url: world.responseUrls.issue({ person: person.id, conversation }),
    trigger_id: world.triggers.issue(person.id),
  }
  return { body: new URLSearchParams(fields).toString(), shown: fields }
}

// With response_type in_channel everybody also sees what the person typed.
async function showInvocation(
  world: World,
  { person, conversation }: { person: string; conversation: string },
  typed: string,
): Promise<void> {
  const blocks = [{ type: 'context', elements: [{ type: 'mrkdwn', text: `<@${person}> used \`${typed}\`` }] }]
  await postAsApp(world, conversation, { text: `<@${person}> used ${typed}`, blocks })
}

function failureOf(delivery: Awaited<ReturnType<typeof deliver>>): string {
  if ('problem' in delivery) return delivery.problem
  return delivery.answer.status >= 500 ? 'http_service_error' : 'http_client_error'
}
