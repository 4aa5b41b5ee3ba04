import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../log.ts'

/** A message of Slack's, but for what it quotes: that may be what somebody wrote. */
export const withoutQuotes = (message: string): string => message.replace(/(["'`]).*\1/gs, '…')

/**
 * Our log with the face that Bolt and its clients expect, which pass on messages of Slack's too. Their debug messages are
 * left out whatever the level is, since they hold whole requests: message texts, tokens and response_urls.
 */
export function boltLogger(log: Log): Logger {
  const entry =
    (level: 'info' | 'warn' | 'error') =>
    (...message: readonly unknown[]) =>
      log[level](withoutQuotes(message.map(String).join(' ')))
  return {
    debug: () => undefined,
    info: entry('info'),
    warn: entry('warn'),
    error: entry('error'),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  }
}
