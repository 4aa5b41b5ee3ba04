import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, webApi } from '@slack/bolt'
import { toBlocks } from '../blocks/to-blocks.ts'
import type { Edge } from '../edge.ts'
import { exampleQuestions } from '../examples.ts'
import { homePage } from '../home-page.ts'

/** Shows the Home tab, or offers questions to begin with in the Messages tab. */
export const appHomeOpened =
  (edge: Edge) =>
  async ({ event, client }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab === 'home') return showHome(edge, client, event.user)
    // With a thread_ts the call silently does nothing in an agent app (docs.slack.dev, assistant.threads.setSuggestedPrompts).
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: event.channel,
      prompts: exampleQuestions(edge.knowledge.current).map(({ question }) => ({ title: question, message: question })),
    })
  }

/** Publishes the Home tab to a user; `answered` is what they asked there, whose answer stands in the Messages tab. */
export async function showHome(
  { knowledge, now, command }: Edge,
  client: webApi.WebClient,
  user: string,
  answered?: string,
): Promise<void> {
  // What folds is for messages: on Home all that can be pressed is in sight.
  const blocks = toBlocks(homePage(knowledge.current, { now: now(), command, answered }), false)
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } })
}
