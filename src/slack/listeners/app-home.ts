import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { toBlocks } from '../blocks/to-blocks.ts'
import type { Edge } from '../edge.ts'
import { exampleQuestions } from '../examples.ts'
import { homePage } from '../home-page.ts'

/** Shows the Home tab, or offers questions to begin with in the Messages tab. */
export const appHomeOpened =
  ({ knowledge, now }: Edge) =>
  async ({ event, client }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    const service = knowledge.current
    if (event.tab === 'home') {
      const blocks = toBlocks(homePage(service, now()))
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
      return
    }
    // With a thread_ts the call silently does nothing in an agent app (docs.slack.dev, assistant.threads.setSuggestedPrompts).
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: event.channel,
      prompts: exampleQuestions(service).map(({ question }) => ({ title: question, message: question })),
    })
  }
