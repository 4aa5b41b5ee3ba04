import { type JsonObject, objectAt, objectsAt, stringAt } from '../json.ts'
import type { SuggestedPrompt } from '../protocol.ts'
import { viewPart } from '../slack/payload-parts.ts'
import { validateMessage, validateView } from '../validate-blocks.ts'
import type { ViewResult } from '../views.ts'
import type { World } from '../world.ts'
import type { LocalMethod } from './local-method.ts'
import { streamMethods } from './streams.ts'

const STATUS_LIFETIME = 120_000

/** The methods that the emulator lacks, or doesn't know well enough. */
export const localMethods: { readonly [method: string]: LocalMethod } = {
  ...streamMethods,
  'api.test': (_world, args) => ({ ok: true, args }),
  'views.open': (world, args) => {
    const trigger = exchange(world, args)
    if ('error' in trigger) return refuse(trigger.error)
    return viewAnswer(world, world.views.open(trigger.person, objectAt(args, 'view') ?? {}))
  },
  'views.push': (world, args) => {
    const trigger = exchange(world, args)
    if ('error' in trigger) return refuse(trigger.error)
    return viewAnswer(world, world.views.push(trigger.person, trigger.viewId ?? '', objectAt(args, 'view') ?? {}))
  },
  'views.update': (world, args) =>
    viewAnswer(
      world,
      world.views.update(
        {
          ...part('viewId', stringAt(args, 'view_id')),
          ...part('externalId', stringAt(args, 'external_id')),
          ...part('hash', stringAt(args, 'hash')),
        },
        objectAt(args, 'view') ?? {},
      ),
    ),
  'views.publish': (world, args) => {
    const person = world.workspace.member(stringAt(args, 'user_id') ?? '')
    if (person?.kind !== 'person') return refuse('user_not_found')
    return viewAnswer(world, world.views.publish(person.id, stringAt(args, 'hash'), objectAt(args, 'view') ?? {}))
  },
  'assistant.threads.setSuggestedPrompts': (world, args) => {
    const prompts = objectsAt(args, 'prompts').flatMap((prompt): SuggestedPrompt[] => {
      const title = stringAt(prompt, 'title')
      const message = stringAt(prompt, 'message')
      return title === undefined || message === undefined ? [] : [{ title, message }]
    })
    if (prompts.length === 0 || prompts.length > 4) return refuse('invalid_arguments')
    const conversation = stringAt(args, 'channel_id') ?? ''
    if (world.workspace.conversation(conversation) === undefined) return refuse('channel_not_found')
    // In an agent app Slack answers ok and shows nothing when thread_ts is given.
    if (args.thread_ts === undefined) world.workspace.setPrompts(conversation, prompts)
    return { ok: true }
  },
  'assistant.threads.setStatus': (world, args) => {
    const conversation = stringAt(args, 'channel_id') ?? ''
    const threadTs = stringAt(args, 'thread_ts') ?? ''
    const status = stringAt(args, 'status') ?? ''
    world.workspace.setStatus(conversation, threadTs, status)
    if (status !== '') {
      world.timers.after(STATUS_LIFETIME, () => world.workspace.setStatus(conversation, threadTs, ''))
    }
    return { ok: true }
  },
  'assistant.threads.setTitle': () => ({ ok: true }),
  'agents.sessions.setStatus': () => ({ ok: true }),
  'agents.sessions.rename': () => ({ ok: true }),
  'blocks.validate': (_world, args) => {
    const view = objectAt(args, 'view')
    const violations = view ? validateView(view) : validateMessage(objectAt(args, 'message') ?? args)
    const errors = violations.filter(({ severity }) => severity === 'error')
    return errors.length === 0
      ? { ok: true }
      : {
          ok: false,
          error: 'invalid_blocks',
          errors: errors.map(({ path, rule, message }) => ({ pointer: path, code: rule, message })),
        }
  },
  'chat.unfurl': () => ({ ok: true }),
}

function exchange(world: World, args: JsonObject): { person: string; viewId?: string } | { error: string } {
  return world.triggers.exchange(stringAt(args, 'trigger_id') ?? stringAt(args, 'interactivity_pointer') ?? '')
}

function viewAnswer(world: World, result: ViewResult): JsonObject {
  return 'error' in result ? refuse(result.error) : { ok: true, view: viewPart(world, result.view) }
}

function refuse(error: string): JsonObject {
  return { ok: false, error }
}

function part<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  const made: { [P in K]?: string } = {}
  if (value !== undefined) made[key] = value
  return made
}
