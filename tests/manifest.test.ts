import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { surface } from '../src/slack/surface.ts'

const root = new URL('..', import.meta.url).pathname
const text = (max: number) => z.string().min(1).max(max)

/** The lengths and numbers that Slack takes (docs.slack.dev/reference/app-manifest). */
const manifest = z
  .object({
    display_information: z.strictObject({
      name: text(35),
      description: text(140),
      long_description: z.string().min(175).max(4000),
      background_color: z.string().regex(/^#[0-9a-f]{6}$/),
    }),
    features: z.strictObject({
      bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
      app_home: z.record(z.string(), z.boolean()),
      agent_view: z.strictObject({
        agent_description: text(300),
        suggested_prompts: z.array(z.strictObject({ title: text(75), message: text(1000) })).max(4),
      }),
      slash_commands: z
        .array(
          z.strictObject({
            command: z.string().max(32).startsWith('/'),
            description: text(2000),
            usage_hint: text(1000),
            should_escape: z.boolean(),
          }),
        )
        .max(5),
      shortcuts: z
        .array(
          z.strictObject({
            name: text(24),
            type: z.enum(['message', 'global']),
            callback_id: text(255),
            description: text(150),
          }),
        )
        .max(5),
    }),
    oauth_config: z.strictObject({
      scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    }),
    settings: z.looseObject({ event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }) }),
  })
  .parse(parse(readFileSync(`${root}/manifest.yml`, 'utf8')))

interface Part {
  readonly scope?: string
  readonly optional?: boolean
}
const parts: readonly Part[] = [
  surface.command,
  ...Object.values(surface.shortcuts),
  ...Object.values(surface.events),
  ...Object.values(surface.methods),
]
const scopesOf = (wanted: readonly Part[]) => [...new Set(wanted.flatMap(({ scope }) => scope ?? []))].sort()

test('the manifest asks for the scopes that are used, and for no others', () => {
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes
  expect([...bot].sort()).toEqual(scopesOf(parts.filter((part) => !part.optional)))
  expect([...optional].sort()).toEqual(scopesOf(parts.filter((part) => part.optional)))
})

test('the manifest subscribes to the events that have a listener', () => {
  const { bot_events: events } = manifest.settings.event_subscriptions
  expect([...events].sort()).toEqual(Object.keys(surface.events).sort())
})

test('the manifest has the commands and shortcuts that have a listener', () => {
  const { slash_commands: commands, shortcuts } = manifest.features
  expect(commands.map(({ command }) => command)).toEqual([surface.command.name])
  expect(shortcuts.map(({ type, callback_id }) => ({ type, callbackId: callback_id }))).toEqual(
    Object.values(surface.shortcuts).map(({ type, callbackId }) => ({ type, callbackId })),
  )
})

test('people can write in the Messages tab', () => {
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  })
})

test('the surface names every method of the Web API that the code calls, and every listener that it registers', () => {
  const source = globSync(`${root}/src/slack/**/*.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const called = [...source.matchAll(/\b(?:client|WebClient\([^)]*\))\.([a-z]+(?:\.[a-zA-Z]+)+)\(/g)].map(
    ([, name]) => name,
  )
  expect([...new Set(called)].sort()).toEqual(Object.keys(surface.methods).sort())

  const registered = [...source.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, name]) => name)
  const received = Object.keys(surface.events).map((name) => name.replace(/^message\..*/, 'message'))
  expect(registered.sort()).toEqual([...new Set(received)].sort())
})
