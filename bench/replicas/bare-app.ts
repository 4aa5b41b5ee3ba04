/** The least that Bolt can do with a mention: it is answered by a text that is there already. For `bench/load.ts`. */
import { App, HTTPReceiver } from '@slack/bolt'

const { SLACK_SIGNING_SECRET = '', SLACK_BOT_TOKEN = '', SLACK_API_URL = '' } = process.env
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET })
const app = new App({
  receiver,
  authorize: async () => ({ botToken: SLACK_BOT_TOKEN, botId: 'B', botUserId: 'U' }),
  clientOptions: { slackApiUrl: SLACK_API_URL },
})
app.event('app_mention', async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'an answer' })
})
const server = await receiver.start({ port: 0, host: '127.0.0.1' })
const address = server.address()
console.log(`Listening for Slack at http://localhost:${typeof address === 'object' && address ? address.port : ''}`)
process.once('SIGTERM', () => process.exit(0))
