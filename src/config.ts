import { z } from 'zod'
import { StartError } from './errors.ts'
import { type KnowledgePlace, ownKnowledgeDirectory } from './knowledge/load.ts'
import { type LogFormat, type LogLevel, logFormats, logLevels } from './log.ts'
import { type DatabasePlace, locateDatabase } from './storage/location.ts'

/** What every way of running has. */
interface Common {
  readonly database: DatabasePlace
  /** The same PostgreSQL database by an address for changes of its tables. */
  readonly migrationDatabase?: DatabasePlace | undefined
  readonly knowledge: KnowledgePlace
  readonly port: number
  /** The name of the slash command, with its slash. */
  readonly command: string
  readonly logLevel: LogLevel
  readonly logFormat: LogFormat
  /** Where health and metrics are told; absent when nowhere. */
  readonly status?: { readonly port: number; readonly host: string } | undefined
  /** Where corrections can be filed, such as the "new issue" page of a repository. */
  readonly feedbackUrl?: string | undefined
}

/** How to reach Slack, and how Slack reaches us. */
type SlackConfig =
  | { readonly mode: 'http'; readonly botToken: string; readonly apiUrl?: string | undefined; signingSecret: string }
  | { readonly mode: 'socket'; readonly botToken: string; readonly apiUrl?: string | undefined; appToken: string }

/** `publicHost` is the name by which visitors reach a playground on the internet. */
type PlaygroundConfig = { readonly mode: 'playground'; readonly publicHost?: string | undefined }

export type Config = Common & (PlaygroundConfig | SlackConfig)

export type Environment = Readonly<Record<string, string | undefined>>

/** What the slash command is called in the manifest. */
const defaultCommand = '/mesh'

const httpUrl = z.url({ protocol: /^https?$/, error: 'is not an http or https address' })

const database = z.string().transform((url, context) => {
  const location = locateDatabase(url)
  if (location.ok) return location.place
  context.issues.push({ code: 'custom', message: location.problem, input: url })
  return z.NEVER
})

const port = z.coerce
  .number('is not a port: give a number from 0 to 65535')
  .int('is not a port: give a whole number')
  .min(0, 'is not a port: give a number from 0 to 65535')
  .max(65_535, 'is not a port: give a number from 0 to 65535')

const variables = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xox(b|e\.xoxb)-/, 'is not a bot token, which starts with xoxb-: copy it from OAuth & Permissions')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'is not an app-level token, which starts with xapp-: make one under Basic Information')
    .optional(),
  SLACK_API_URL: httpUrl.optional(),
  DATABASE_URL: database.optional(),
  MIGRATION_DATABASE_URL: database
    .refine(({ kind }) => kind === 'postgres', 'is no PostgreSQL address: it is for changes of tables past a pooler')
    .optional(),
  KNOWLEDGE_DIR: z.string().default(ownKnowledgeDirectory),
  KNOWLEDGE_OVERLAY: z.string().optional(),
  SLASH_COMMAND: z
    .string()
    // What Slack takes as a name (docs.slack.dev/reference/app-manifest).
    .regex(
      /^\/[a-z0-9_-]{1,31}$/,
      'is not a command such as /mesh: a slash, then up to 31 lower-case letters or digits',
    )
    .default(defaultCommand),
  PORT: port.default(3000),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  PLAYGROUND: z.literal('public', 'can only be public').optional(),
  PUBLIC_HOST: z
    .string()
    .regex(/^[a-z0-9.-]+(:\d{1,5})?$/, 'is not a name such as demo.example.com, in small letters and without https://')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `is not one of ${logLevels.join(', ')}`).default('info'),
  LOG_FORMAT: z.enum(logFormats, `is not one of ${logFormats.join(', ')}`).default('text'),
  FEEDBACK_URL: httpUrl.optional(),
})
type Variables = z.infer<typeof variables>

/**
 * The configuration that an environment stands for. An empty variable counts as absent. Throws one StartError that
 * lists everything that is wrong.
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given)
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`),
    ...missingSlackVariables(given),
    ...publicProblems(given),
  ]
  if (!parsed.success || problems.length > 0) {
    throw new StartError(`The configuration is wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
  return configFrom(parsed.data)
}

function missingSlackVariables(given: Environment): string[] {
  const slack = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_API_URL']
  if (!slack.some((name) => name in given)) return []
  return [
    ...('SLACK_BOT_TOKEN' in given
      ? []
      : ['SLACK_BOT_TOKEN is missing: copy the bot token from OAuth & Permissions, or unset every SLACK_ variable']),
    ...('SLACK_SIGNING_SECRET' in given || 'SLACK_APP_TOKEN' in given
      ? []
      : ['SLACK_SIGNING_SECRET is missing: copy it from Basic Information, or set SLACK_APP_TOKEN for Socket Mode']),
  ]
}

function publicProblems(given: Environment): string[] {
  if (!('PLAYGROUND' in given)) return []
  return [
    ...('PUBLIC_HOST' in given ? [] : ['PUBLIC_HOST is missing: give the name by which visitors reach the playground']),
    ...(Object.keys(given).some((name) => name.startsWith('SLACK_'))
      ? ['PLAYGROUND is for a process that serves no Slack: unset every SLACK_ variable, or PLAYGROUND']
      : []),
  ]
}

/** Where a bot that serves Slack keeps its records, unless told otherwise. */
export const defaultDatabase: DatabasePlace = { kind: 'sqlite', file: 'data/meshwise.db' }

function configFrom(values: Variables): Config {
  const slack = slackFrom(values)
  return {
    ...(slack ?? {
      mode: 'playground',
      publicHost: values.PLAYGROUND === 'public' ? values.PUBLIC_HOST : undefined,
    }),
    // The playground starts with a new workspace each time, so nothing in a file would belong to it.
    database: values.DATABASE_URL ?? (slack ? defaultDatabase : { kind: 'sqlite', file: ':memory:' }),
    migrationDatabase: values.MIGRATION_DATABASE_URL,
    knowledge: { directory: values.KNOWLEDGE_DIR, overlay: values.KNOWLEDGE_OVERLAY },
    port: values.PORT,
    command: values.SLASH_COMMAND,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT,
    status: values.METRICS_PORT === undefined ? undefined : { port: values.METRICS_PORT, host: values.METRICS_HOST },
    feedbackUrl: values.FEEDBACK_URL,
  }
}

function slackFrom(values: Variables): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl } = values
  if (botToken === undefined) return undefined
  if (values.SLACK_APP_TOKEN !== undefined)
    return { mode: 'socket', botToken, apiUrl, appToken: values.SLACK_APP_TOKEN }
  if (values.SLACK_SIGNING_SECRET === undefined) return undefined
  return { mode: 'http', botToken, apiUrl, signingSecret: values.SLACK_SIGNING_SECRET }
}
