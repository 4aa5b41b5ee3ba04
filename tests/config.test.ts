import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { StartError } from '../src/errors.ts'
import { ownKnowledgeDirectory } from '../src/knowledge/load.ts'

const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' }

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof StartError) return error.message
    throw error
  }
  return ''
}

test('without any Slack variable it is the playground, which keeps nothing', () => {
  expect(readConfig({ PATH: '/bin', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' })).toEqual({
    mode: 'playground',
    database: { kind: 'sqlite', file: ':memory:' },
    command: '/mesh',
    knowledge: { directory: ownKnowledgeDirectory, overlay: undefined },
    port: 3000,
    logLevel: 'info',
    logFormat: 'text',
    status: undefined,
    migrationDatabase: undefined,
    feedbackUrl: undefined,
  })
})

test('a bot token and a signing secret mean HTTP', () => {
  expect(readConfig(http)).toMatchObject({ mode: 'http', botToken: 'xoxb-1', signingSecret: 'secret' })
  expect(readConfig(http).database).toEqual({ kind: 'sqlite', file: 'data/meshwise.db' })
})

test('a bot token and an app-level token mean Socket Mode, with or without a signing secret', () => {
  const socket = { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' }
  expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject(socket)
  expect(readConfig({ ...http, SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject(socket)
})

test('a rotated bot token is one too', () => {
  expect(readConfig({ ...http, SLACK_BOT_TOKEN: 'xoxe.xoxb-1' })).toMatchObject({ botToken: 'xoxe.xoxb-1' })
})

test('everything else is read', () => {
  const environment = {
    ...http,
    SLACK_API_URL: 'http://localhost:4003/api/',
    DATABASE_URL: 'sqlite:/var/lib/meshwise.db',
    KNOWLEDGE_DIR: '/facts',
    KNOWLEDGE_OVERLAY: '/our/facts',
    PORT: '8080',
    METRICS_PORT: '9090',
    METRICS_HOST: '0.0.0.0',
    LOG_FORMAT: 'json',
    MIGRATION_DATABASE_URL: 'postgres://host/db',
    LOG_LEVEL: 'debug',
    FEEDBACK_URL: 'https://git.example/issues/new',
    SLASH_COMMAND: '/service-mesh',
  }
  expect(readConfig(environment)).toEqual({
    mode: 'http',
    botToken: 'xoxb-1',
    signingSecret: 'secret',
    apiUrl: 'http://localhost:4003/api/',
    database: { kind: 'sqlite', file: '/var/lib/meshwise.db' },
    knowledge: { directory: '/facts', overlay: '/our/facts' },
    port: 8080,
    logLevel: 'debug',
    logFormat: 'json',
    status: { port: 9090, host: '0.0.0.0' },
    migrationDatabase: { kind: 'postgres', url: 'postgres://host/db' },
    feedbackUrl: 'https://git.example/issues/new',
    command: '/service-mesh',
  })
})

test('a playground for visitors has a name, and serves no Slack', () => {
  const open = { PLAYGROUND: 'public', PUBLIC_HOST: 'demo.example.com' }
  expect(readConfig(open)).toMatchObject({ mode: 'playground', publicHost: 'demo.example.com' })
  expect(readConfig({ PUBLIC_HOST: 'demo.example.com' })).toMatchObject({ publicHost: undefined })
  expect(problemsOf({ PLAYGROUND: 'public' })).toContain('PUBLIC_HOST is missing')
  expect(problemsOf({ ...open, PUBLIC_HOST: 'https://demo.example.com/' })).toContain('PUBLIC_HOST is not a name')
  expect(problemsOf({ ...open, PLAYGROUND: 'yes' })).toContain('PLAYGROUND can only be public')
  expect(problemsOf({ ...open, ...http })).toContain('unset every SLACK_ variable')
})

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET is missing']],
  [{ SLACK_SIGNING_SECRET: 'secret' }, ['SLACK_BOT_TOKEN is missing']],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN is missing']],
  [{ SLACK_API_URL: 'http://localhost' }, ['SLACK_BOT_TOKEN is missing', 'SLACK_SIGNING_SECRET is missing']],
])('a part of the Slack variables is not enough: %o', (environment, problems) => {
  for (const problem of problems) expect(problemsOf(environment)).toContain(problem)
})

test('everything that is wrong is listed at once, with the name of the variable', () => {
  const message = problemsOf({
    SLACK_BOT_TOKEN: 'xoxp-1',
    SLACK_APP_TOKEN: 'xoxb-1',
    SLACK_API_URL: 'slack',
    DATABASE_URL: 'postgres://db',
    MIGRATION_DATABASE_URL: 'sqlite:x.db',
    PORT: '70000',
    METRICS_PORT: 'x',
    LOG_FORMAT: 'xml',
    LOG_LEVEL: 'loud',
    FEEDBACK_URL: 'javascript:alert(1)',
    SLASH_COMMAND: 'Mesh',
  })
  expect(message.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^ {2}SLACK_BOT_TOKEN is not a bot token/),
    expect.stringMatching(/^ {2}SLACK_APP_TOKEN is not an app-level token/),
    expect.stringMatching(/^ {2}SLACK_API_URL is not an http/),
    expect.stringMatching(/^ {2}DATABASE_URL names no database/),
    expect.stringMatching(/^ {2}MIGRATION_DATABASE_URL is no PostgreSQL address/),
    expect.stringMatching(/^ {2}SLASH_COMMAND is not a command such as \/mesh/),
    expect.stringMatching(/^ {2}PORT is not a port/),
    expect.stringMatching(/^ {2}METRICS_PORT is not a port/),
    expect.stringMatching(/^ {2}LOG_LEVEL is not one of debug, info, warn, error/),
    expect.stringMatching(/^ {2}LOG_FORMAT is not one of text, json/),
    expect.stringMatching(/^ {2}FEEDBACK_URL is not an http/),
  ])
  expect(message).not.toContain('xoxp-1')
})

test('whatever the environment holds, it is a configuration or a list of what is wrong', () => {
  const names = [...Object.keys(http), 'SLACK_APP_TOKEN', 'SLACK_API_URL', 'DATABASE_URL', 'PORT', 'LOG_LEVEL']
  const environment = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.webUrl(), fc.nat().map(String)))
  fc.assert(
    fc.property(environment, (given) => {
      const message = problemsOf(given)
      expect(message === '' || /is (missing|not|a)|names|starts/.test(message)).toBe(true)
    }),
  )
})
