import { randomBytes } from 'node:crypto'
import { createEmulator } from 'emulate'
import { acme } from './acme.ts'
import { isObject, type JsonObject, objectsAt, stringAt } from './json.ts'

/** The tokens and ids that don't change when the workspace is set up anew. */
export interface Identity {
  botToken: string
  botUserId: string
  botId: string
  appId: string
  teamId: string
  personTokens: ReadonlyMap<string, string>
}

/** The stateful Web API behind the playground. */
export interface WebApiEmulator {
  url: string
  /** The base of the URLs in its answers, which aren't for the outside. */
  advertisedUrl: string
  /** Calls a method with a token; throws where Slack answers with an error. */
  call(method: string, args: JsonObject, token: string): Promise<JsonObject>
  close(): Promise<void>
}

const WORKSPACE_OWNER = 'admin'

/** Makes up the credentials of a playground. */
export function newIdentity(): Identity {
  const secret = () => randomBytes(12).toString('hex')
  const people = [...acme.people.map((person) => person.name), WORKSPACE_OWNER]
  return {
    botToken: `xoxb-playground-${secret()}`,
    botUserId: 'U0MESHWISE',
    botId: 'B0MESHWISE',
    appId: 'A0MESHWISE',
    teamId: 'T000000001',
    personTokens: new Map(people.map((name) => [name, `xoxp-${name}-${secret()}`])),
  }
}

/** Starts the emulator with Acme's people and channels, the app installed with these scopes. */
export async function startEmulator(
  identity: Identity,
  app: { name: string; scopes: readonly string[] },
): Promise<WebApiEmulator> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    hostname: '127.0.0.1',
    seed: { slack: seed(identity, app) },
  })
  const url = emulator.url.replace('localhost', '127.0.0.1')
  const call = async (method: string, args: JsonObject, token: string) => {
    const response = await fetch(`${url}/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(args),
    })
    const answer: unknown = await response.json()
    if (!isObject(answer) || answer.ok !== true) {
      throw new Error(`${method}: ${isObject(answer) ? stringAt(answer, 'error') : response.status}`)
    }
    return answer
  }
  await settleIn(call, identity)
  return { url, advertisedUrl: emulator.url, call, close: () => emulator.close() }
}

function seed(identity: Identity, app: { name: string; scopes: readonly string[] }): JsonObject {
  const { botToken, botUserId, botId, appId } = identity
  return {
    team: acme.team,
    users: acme.people.map((person) => ({
      name: person.name,
      real_name: person.realName,
      email: `${person.name}@acme-platform.example`,
    })),
    channels: acme.channels.map((channel) => ({ name: channel.name, topic: channel.topic })),
    oauth_apps: [
      {
        app_id: appId,
        client_id: 'playground',
        client_secret: 'playground',
        name: app.name,
        redirect_uris: [],
        scopes: app.scopes,
        bot_id: botId,
        bot_user_id: botUserId,
        bot_name: app.name.toLowerCase(),
      },
    ],
    tokens: [
      {
        token: botToken,
        type: 'bot',
        user_id: botUserId,
        bot_user_id: botUserId,
        bot_id: botId,
        app_id: appId,
        // Without a manifest nothing is known of the app's scopes, and the emulator gives it all.
        ...(app.scopes.length > 0 ? { scopes: app.scopes } : {}),
      },
      ...[...identity.personTokens].map(([user, token]) => ({ token, type: 'user', user })),
    ],
    strict_scopes: app.scopes.length > 0,
  }
}

// The emulator comes with #general and #random of its own, whose only member is the owner, and seeds no app members.
async function settleIn(call: WebApiEmulator['call'], identity: Identity): Promise<void> {
  const owner = identity.personTokens.get(WORKSPACE_OWNER) ?? ''
  const users = objectsAt(await call('users.list', {}, owner), 'members')
  const channels = objectsAt(await call('conversations.list', {}, owner), 'channels')
  const idOf = (found: JsonObject | undefined) => (found ? (stringAt(found, 'id') ?? '') : '')
  const channelId = (name: string) => idOf(channels.find((channel) => channel.name === name))
  const people = acme.people.map((person) => idOf(users.find((user) => user.name === person.name)))
  await call('conversations.invite', { channel: channelId('random'), users: people.join(',') }, owner)
  for (const channel of acme.channels) {
    if (channel.withApp) {
      await call('conversations.invite', { channel: channelId(channel.name), users: identity.botUserId }, owner)
    }
    await call('conversations.leave', { channel: channelId(channel.name) }, owner)
  }
}
