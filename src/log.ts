import { z } from 'zod'
import { RequestError } from './errors.ts'
import { onOneLine } from './printable.ts'

/** The levels of the log, the most talkative first. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** A line for people, or a JSON object for whatever collects them. */
export const logFormats = ['text', 'json'] as const
export type LogFormat = (typeof logFormats)[number]

/** What goes with a message, for whoever looks into it. Never what somebody wrote in Slack. */
export type Details = Readonly<Record<string, unknown>>

/** Where the process says what it does. */
export type Log = Readonly<Record<LogLevel, (message: string, details?: Details) => void>>

export interface LogOptions {
  /** Everything below is left out. */
  readonly level: LogLevel
  readonly format?: LogFormat
  readonly write: (line: string) => void
  readonly now: () => Date
}

/** Tokens of Slack, the parts of a response_url that make it a secret, and the password of a database address. */
const secrets =
  /(?<=\bpostgres(?:ql)?:\/\/[^\s:@/]*:)[^\s@]+(?=@)|\bx(?:ox[a-z]|app)[-.][\w.-]+|(?<=\/\/hooks\.slack(?:-gov)?\.com\/)[\w/.-]+/g

/**
 * A log of one line an entry: time, level, message, details as JSON; or all of it as one JSON object. Secrets are
 * blotted out.
 */
export function createLog({ level, format = 'text', write, now }: LogOptions): Log {
  const entry = (of: LogLevel) => (message: string, details?: Details) => {
    if (logLevels.indexOf(of) < logLevels.indexOf(level)) return
    const time = now().toISOString()
    const line =
      format === 'json'
        ? JSON.stringify({ time, level: of, message, ...(details ? { details } : {}) })
        : `${time} ${of.padEnd(5)} ${message}${details ? ` ${JSON.stringify(details)}` : ''}`
    write(onOneLine(line.replace(secrets, '[secret]')))
  }
  return { debug: entry('debug'), info: entry('info'), warn: entry('warn'), error: entry('error') }
}

/** What the log says of an error: its name, message, code, place and cause, and nothing of the request it came from. */
export function describeError(error: unknown): Details {
  if (!(error instanceof Error)) return { thrown: typeof error }
  return {
    name: error.name,
    message: messageOf(error),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error.cause instanceof Error ? { cause: messageOf(error.cause) } : {}),
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 3)
      .map((line) => line.trim()),
  }
}

/** The message of an error, unless it may quote what somebody wrote. */
function messageOf(error: Error): string {
  if (error instanceof z.core.$ZodError) {
    return error.issues.map(({ path, code }) => `${path.map(String).join('.')}: ${code}`).join(', ')
  }
  const mayQuote = error instanceof RequestError || error instanceof SyntaxError
  return mayQuote ? 'left out, since it may quote what somebody wrote' : error.message
}
