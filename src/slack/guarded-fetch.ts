import type { webApi } from '@slack/bolt'

/** How long Slack may take to answer, in milliseconds. */
export const REQUEST_TIMEOUT = 10_000

const slackHosts = /^((hooks|files)\.slack\.com|([\w-]+\.)?slack-gov\.com)$/

/**
 * The fetch of everything that goes out: to Slack's Web API, and to response_urls and uploads on Slack's own hosts, and
 * nowhere else, since a response_url is input. With another API base, such as an emulator's, that host too. A response_url is
 * a secret, so no error names it.
 */
export function guardFetch(apiUrl: string): webApi.FetchFunction {
  const apiHost = new URL(apiUrl).hostname
  return async (url, init) => {
    const { protocol, hostname } = new URL(url)
    const isHook = protocol === 'https:' && slackHosts.test(hostname)
    if (!isHook && hostname !== apiHost) throw new Error(`Refused to send anything to ${hostname}`)
    return fetch(url, { redirect: 'error', ...init, signal: init?.signal ?? AbortSignal.timeout(REQUEST_TIMEOUT) })
  }
}
