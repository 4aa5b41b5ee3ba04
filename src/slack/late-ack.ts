import type { App, ReceiverEvent } from '@slack/bolt'

/**
 * How long Slack waits at most until an event is acknowledged, in milliseconds. It gives up after three seconds
 * (docs.slack.dev/apis/events-api#responding), and what was given up is delivered again.
 */
const PATIENCE = 2_500

/** Somebody else is at work on what was delivered, who may die over it: Slack is to deliver it once more, later. */
export class DeliverAgain extends Error {
  override readonly name = 'DeliverAgain'
}

/**
 * Lets events be acknowledged once the listeners are done with them, or after two and a half seconds: until then Slack
 * delivers again what dies with this process. Bolt acknowledges an event before any listener sees it; so it is handed
 * an acknowledgement that does nothing, and the receiver's own one is kept. Its checks come before, as ever. A listener
 * that throws DeliverAgain leaves the event without an acknowledgement.
 */
export function acknowledgeEventsLate(app: Pick<App, 'processEvent'>, patience = PATIENCE): void {
  const processEvent = app.processEvent.bind(app)
  app.processEvent = async (delivered) => {
    if (!isEvent(delivered)) return processEvent(delivered)
    let acknowledged: Promise<void> | undefined
    const acknowledge = () => {
      acknowledged ??= delivered.ack()
      return acknowledged
    }
    const timer = setTimeout(() => void acknowledge().catch(() => undefined), patience)
    try {
      await processEvent({ ...delivered, ack: async () => undefined })
      await acknowledge()
    } finally {
      clearTimeout(timer)
    }
  }
}

const isEvent = ({ body }: ReceiverEvent): boolean => body.type === 'event_callback'
