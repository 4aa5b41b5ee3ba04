import { webApi } from '@slack/bolt'
import { boltLogger } from './bolt-logger.ts'
import type { Edge } from './edge.ts'
import { guardFetch, REQUEST_TIMEOUT } from './guarded-fetch.ts'
import { measureCalls } from './measured.ts'

/** What may differ from one client of the Web API to another. */
export interface ClientSettings {
  /** The base of the Web API, when it isn't Slack's own: an emulator's. */
  readonly apiUrl?: string | undefined
  readonly edge: Pick<Edge, 'log' | 'metrics'>
  /** How calls of the Web API are retried; by default five times in five minutes. */
  readonly retryConfig?: webApi.WebClientOptions['retryConfig']
}

/** The settings of every call of the Web API. */
export const clientOptionsOf = ({
  apiUrl = 'https://slack.com/api/',
  edge,
  retryConfig = webApi.retryPolicies.fiveRetriesInFiveMinutes,
}: ClientSettings): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  allowAbsoluteUrls: false,
  fetch: measureCalls(guardFetch(apiUrl), apiUrl, edge.metrics),
  timeout: REQUEST_TIMEOUT,
  retryConfig,
  logger: boltLogger(edge.log),
})
