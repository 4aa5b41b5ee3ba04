import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { CommandHelp, ShortcutHelp, SuggestedPrompt } from './protocol.ts'

const schema = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z
    .object({
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string().default(''),
            usage_hint: z.string().default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
      agent_view: z
        .object({
          suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).default([]),
        })
        .prefault({}),
      shortcuts: z
        .array(
          z.object({
            name: z.string(),
            type: z.enum(['global', 'message']),
            callback_id: z.string(),
            description: z.string().default(''),
          }),
        )
        .default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
    })
    .prefault({}),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
})

/** What Slack knows of the app before it has run: its name, commands, shortcuts, scopes and events. */
export interface AppManifest {
  name: string
  description: string
  commands: (CommandHelp & { shouldEscape: boolean })[]
  shortcuts: ShortcutHelp[]
  /** What the Messages tab suggests until the app says otherwise. */
  prompts: SuggestedPrompt[]
  /** The scopes it is granted: here everybody grants the optional ones too. */
  scopes: string[]
  events: string[]
}

/** The manifest of an app that has none: enough to be talked to. */
const plainManifest: AppManifest = {
  name: 'Meshwise',
  description: '',
  commands: [{ command: '/mesh', description: '', usageHint: '', subcommands: [], shouldEscape: false }],
  shortcuts: [],
  prompts: [],
  scopes: [],
  events: ['app_mention', 'message.im', 'app_home_opened', 'member_joined_channel'],
}

/** Reads an app manifest (YAML, as Slack takes it); without a file a plain one. */
export function readManifest(file: string): AppManifest {
  return existsSync(file) ? parseManifest(readFileSync(file, 'utf8')) : plainManifest
}

/** Parses an app manifest. */
export function parseManifest(text: string): AppManifest {
  const manifest = schema.parse(parse(text))
  return {
    name: manifest.display_information.name,
    description: manifest.display_information.description,
    commands: manifest.features.slash_commands.map((command) => ({
      command: command.command,
      description: command.description,
      usageHint: command.usage_hint,
      subcommands: subcommandsOf(command.usage_hint),
      shouldEscape: command.should_escape,
    })),
    shortcuts: manifest.features.shortcuts.map((shortcut) => ({
      name: shortcut.name,
      callbackId: shortcut.callback_id,
      description: shortcut.description,
      type: shortcut.type,
    })),
    prompts: manifest.features.agent_view.suggested_prompts,
    scopes: [...manifest.oauth_config.scopes.bot, ...manifest.oauth_config.scopes.bot_optional],
    events: manifest.settings.event_subscriptions.bot_events,
  }
}

/** The subcommands in a usage hint such as `[compare istio cilium | ask QUESTION | help]`, or with dots between. */
export function subcommandsOf(usageHint: string): { name: string; hint: string }[] {
  return usageHint
    .replace(/^\s*\[(.*)\]\s*$/s, '$1')
    .split(/[|·]/)
    .flatMap((alternative) => {
      const [name = '', ...rest] = alternative.trim().split(/\s+/)
      return /^[a-z][a-z-]*$/.test(name) ? [{ name, hint: rest.join(' ') }] : []
    })
}
