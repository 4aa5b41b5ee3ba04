import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import type { SlackCredentials } from '../../src/playground/playground.ts'
import { displayCard, home, interactiveCard, note, wizard } from './stub-cards.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A small app that uses every surface, so that the playground is tested whatever Meshwise does. */
export async function startStubBot(slack: SlackCredentials): Promise<{ url: string; close(): Promise<void> }> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR })
  const app = new App({
    receiver,
    token: slack.botToken,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 2, minTimeout: 20, maxTimeout: 50 } },
  })
  addCommands(app)
  addEvents(app)
  addActions(app)
  addViews(app)
  await app.init()
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  const address: AddressInfo | string | null = 'address' in server ? server.address() : null
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await app.stop()
    },
  }
}

function addCommands(app: App): void {
  app.command('/mesh', async ({ command, ack, respond, client, say }) => {
    const { trigger_id, channel_id, user_id } = command
    const postAt = Math.floor(Date.now() / 1000) + 3600
    switch (command.text.split(' ')[0]) {
      case 'card':
        return ack({ text: 'Istio and Linkerd', blocks: interactiveCard })
      case 'shared':
        return ack({ response_type: 'in_channel', text: 'Istio and Linkerd', blocks: interactiveCard })
      case 'table':
        await ack()
        await say({ text: 'Latency', blocks: displayCard })
        return
      case 'modal':
        await ack()
        await client.views.open({ trigger_id, view: wizard('wizard', 'Wizard', channel_id) })
        return
      case 'late-modal':
        await ack()
        await new Promise((resolve) => setTimeout(resolve, 3300))
        await client.views.open({ trigger_id, view: wizard('wizard', 'Late') }).catch(async (error: unknown) => {
          await respond(`Too late: ${error instanceof Error ? error.message : ''}`)
        })
        return
      case 'silent':
        return
      case 'crash':
        throw new Error('The stub crashed, as asked')
      case 'slow':
        await ack()
        for (let use = 1; use <= 6; use += 1) await respond(`Answer ${use}`).catch(() => undefined)
        return
      case 'invalid':
        await ack()
        await client.chat
          .postMessage({ channel: channel_id, text: 'x', blocks: [{ type: 'nonsense' }] })
          .catch(async () => respond('Slack refused the blocks'))
        return
      case 'remind':
        await ack('Reminder set')
        await client.chat.scheduleMessage({ channel: channel_id, text: 'Vote closes', post_at: postAt })
        return
      case 'picture':
        await ack()
        await client.filesUploadV2({
          channel_id,
          initial_comment: 'A picture',
          file: PIXEL,
          filename: 'istio.png',
          title: 'Istio',
        })
        return
      case 'whisper':
        await ack()
        await client.chat.postEphemeral({ channel: channel_id, user: user_id, text: 'Psst' })
        return
      default:
        return ack(`You typed: ${command.text}`)
    }
  })
}

function addEvents(app: App): void {
  let visits = 0
  app.event('app_mention', async ({ event, say }) => {
    await say({
      thread_ts: event.thread_ts ?? event.ts,
      text: `Answer to: ${event.text.replace(/<@\w+>\s*/, '')}`,
      blocks: interactiveCard,
    })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    visits += 1
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: home(visits) })
    else
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: event.channel,
        prompts: [{ title: 'Rate limiting', message: 'does linkerd do rate limiting?' }],
      })
  })
  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined) return
    await say({ text: `You said: ${message.text}`, thread_ts: message.ts })
  })
  app.shortcut('start_decision', async ({ ack, client, shortcut }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: wizard('wizard', 'Decision') })
  })
  app.shortcut({ callback_id: 'ask_about_this', type: 'message_action' }, async ({ ack, shortcut, respond }) => {
    await ack()
    await respond(`About: ${shortcut.message.text}`)
  })
}

function addActions(app: App): void {
  app.action('replace', async ({ ack, respond }) => {
    await ack()
    await respond({ replace_original: true, text: 'Replaced' })
  })
  app.action('delete', async ({ ack, respond }) => {
    await ack()
    await respond({ delete_original: true })
  })
  app.action('share', async ({ ack, respond }) => {
    await ack()
    await respond({ response_type: 'in_channel', replace_original: false, text: 'Shared by a button' })
  })
  app.action({ action_id: 'open_modal', type: 'block_actions' }, async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: wizard('wizard', 'Wizard') })
  })
  app.action({ action_id: 'push_help', type: 'block_actions' }, async ({ ack, client, body }) => {
    await ack()
    await client.views.push({ trigger_id: body.trigger_id, view: note('Help', 'Some help') }).catch(() => undefined)
  })
  app.action({ action_id: 'update_modal', type: 'block_actions' }, async ({ ack, client, body }) => {
    await ack()
    if (body.view) {
      const { id, hash } = body.view
      await client.views.update({ view_id: id, hash, view: wizard('wizard', 'Renamed') })
    }
  })
  app.options('search_topic', async ({ ack, payload }) => {
    const topics = ['mTLS', 'Multicluster', 'Metrics'].filter((topic) =>
      topic.toLowerCase().startsWith(payload.value.toLowerCase()),
    )
    await ack({ options: topics.map((topic) => ({ text: { type: 'plain_text', text: topic }, value: topic })) })
  })
  app.action({ action_id: /^(pick_|more$|feedback$|search_|choose_)/, type: 'block_actions' }, async (args) => {
    await args.ack()
    const { action_id, block_id, type, action_ts, ...rest } = args.action
    await args.respond({ replace_original: false, text: `${action_id}: ${JSON.stringify(rest)}` })
  })
}

function addViews(app: App): void {
  app.view('wizard', async ({ ack, view, client, body }) => {
    const name = view.state.values.name?.value?.value ?? ''
    if (name === 'taken') return ack({ response_action: 'errors', errors: { name: 'That name is taken' } })
    if (name === 'push') return ack({ response_action: 'push', view: note('Pushed', 'One more step') })
    if (name === 'update') return ack({ response_action: 'update', view: note('Updated', 'Instead of the wizard') })
    if (name === 'clear') return ack({ response_action: 'clear' })
    await ack()
    const channel = view.private_metadata || body.user.id
    await client.chat.postMessage({ channel, text: `Recorded ${name}` })
  })
  app.view({ callback_id: 'wizard', type: 'view_closed' }, async ({ ack, body, client }) => {
    await ack()
    const cleared = 'is_cleared' in body && body.is_cleared
    await client.chat.postMessage({ channel: body.user.id, text: `Closed, cleared: ${cleared}` })
  })
}
