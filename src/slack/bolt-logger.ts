import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../log.ts'

/**
 * Our log with the face that Bolt and its clients expect. Their debug messages are left out whatever the level is,
 * since they hold whole requests: message texts, tokens and response_urls.
 */
export const boltLogger = (log: Log): Logger => ({
  debug: () => undefined,
  info: (...message) => log.info(message.map(String).join(' ')),
  warn: (...message) => log.warn(message.map(String).join(' ')),
  error: (...message) => log.error(message.map(String).join(' ')),
  getLevel: () => LogLevel.INFO,
  setLevel: () => undefined,
  setName: () => undefined,
})
