import type { Act } from './act.ts'
import { initialStateOf, optionsOf, placedElements, valueKeyOf } from './element-state.ts'
import { findOption, findPressable } from './find-element.ts'
import { type JsonObject, textAt } from './json.ts'
import { perform } from './perform.ts'
import type { Member, Message, Outcome, Source, StateValues, View } from './protocol.ts'
import type { Step } from './scenario-file.ts'
import { blocksOf } from './slack/surface.ts'
import type { World } from './world.ts'

const QUIET = 40
const PATIENCE = 5000

interface Stage {
  person: Member
  conversation: string
  thread: string | undefined
  /** What was entered in open modals, by view. */
  entered: Map<string, StateValues>
}

/** Plays a scripted conversation, a step after the other, each when the app has come to rest. */
export async function playScenario(world: World, steps: readonly Step[]): Promise<void> {
  const [first] = world.workspace.members
  const [conversation] = world.workspace.conversationsOf(first?.id ?? '')
  if (first === undefined || conversation === undefined) return
  const stage: Stage = { person: first, conversation: conversation.id, thread: undefined, entered: new Map() }
  for (const [index, step] of steps.entries()) {
    setStage(world, stage, step, index)
    const before = newestExchange(world)
    const outcome = await playStep(world, stage, step)
    const problem = outcome.error ?? Object.values(outcome.fieldErrors ?? {})[0]
    if (problem !== undefined) throw new Error(`Step ${index + 1} (${JSON.stringify(step)}): ${problem}`)
    if (newestExchange(world) !== before) await settle(world)
  }
}

function setStage(world: World, stage: Stage, step: Step, index: number): void {
  const fail = (what: string): never => {
    throw new Error(`Step ${index + 1}: there is no ${what}`)
  }
  if (step.as !== undefined) {
    stage.person = world.workspace.member(step.as.toLowerCase()) ?? fail(`person ${step.as}`)
  }
  if (step.in !== undefined) {
    const conversation = conversationNamed(world, stage.person, step.in) ?? fail(`conversation ${step.in}`)
    stage.conversation = conversation
    stage.thread = undefined
  }
  if (step.thread === false) stage.thread = undefined
  if (typeof step.thread === 'string') {
    const root = lastMessage(world, stage, step.thread) ?? fail(`message with “${step.thread}”`)
    stage.thread = root.threadTs ?? root.ts
  }
}

async function playStep(world: World, stage: Stage, step: Step): Promise<Outcome> {
  const where = { conversation: stage.conversation, ...(stage.thread === undefined ? {} : { threadTs: stage.thread }) }
  const run = (act: Act) => perform(world, stage.person, act)
  if (step.say !== undefined) return run({ do: 'say', ...where, text: step.say })
  if (step.command !== undefined) return run({ do: 'say', conversation: stage.conversation, text: step.command })
  if (step.open !== undefined) return run({ do: 'open-app', tab: step.open })
  if (step.shortcut !== undefined) return runShortcut(world, stage, step.shortcut, step.on)
  if (step.press !== undefined) return press(world, stage, step.press)
  if (step.select !== undefined) return fill(world, stage, step.from, step.select)
  if (step.fill !== undefined) {
    for (const [label, value] of Object.entries(step.fill)) {
      const outcome = await fill(world, stage, label, value)
      if (!outcome.ok) return outcome
    }
  }
  if (step.submit || step.close) {
    const view = topView(world, stage)
    if (view === undefined) return { ok: false, error: 'no modal is open' }
    const state = stage.entered.get(view.id) ?? {}
    return step.submit
      ? run({ do: 'submit', viewId: view.id, state })
      : run({ do: 'close', viewId: view.id, all: false })
  }
  if (step.wait !== undefined) await world.timers.wait(step.wait)
  if (step.wait_for !== undefined) return waitFor(world, stage, step.wait_for)
  return { ok: true }
}

async function press(world: World, stage: Stage, label: string): Promise<Outcome> {
  for (const surface of surfaces(world, stage)) {
    const found = findPressable(surface.blocks, label)
    if (found === undefined) continue
    const { blockId, actionId, value } = found
    const state = surface.source.kind === 'view' ? (stage.entered.get(surface.source.viewId) ?? {}) : {}
    return perform(world, stage.person, { do: 'interact', source: surface.source, blockId, actionId, value, state })
  }
  return { ok: false, error: `nothing to press is called “${label}”` }
}

async function fill(world: World, stage: Stage, label: string | undefined, value: string | string[]): Promise<Outcome> {
  for (const surface of surfaces(world, stage)) {
    const placed = placedElements(surface.blocks).find(({ element, actionId, input }) => {
      const names = [actionId, textAt(element, 'placeholder'), input && textAt(input, 'label')]
      const named = label === undefined || names.includes(label)
      return named && valueKeyOf(element) !== undefined && entry(element, value) !== undefined
    })
    const state = placed && entry(placed.element, value)
    if (placed === undefined || state === undefined) continue
    const { blockId, actionId, input } = placed
    if (surface.source.kind === 'view') {
      const entered = stage.entered.get(surface.source.viewId) ?? {}
      stage.entered.set(surface.source.viewId, {
        ...entered,
        [blockId]: { ...entered[blockId], [actionId]: state },
      })
    }
    if (input !== undefined && input.dispatch_action !== true) return { ok: true }
    const known = surface.source.kind === 'view' ? (stage.entered.get(surface.source.viewId) ?? {}) : {}
    return perform(world, stage.person, {
      do: 'interact',
      source: surface.source,
      blockId,
      actionId,
      value: state,
      state: known,
    })
  }
  return { ok: false, error: `nothing called “${label ?? ''}” takes “${value}”` }
}

// The state that a value gives an element, or undefined where the element doesn't offer it.
function entry(element: JsonObject, value: string | string[]): JsonObject | undefined {
  const key = valueKeyOf(element)
  const empty = initialStateOf(element)
  if (key === undefined || empty === undefined) return undefined
  const values = Array.isArray(value) ? value : [value]
  if (optionsOf(element).length === 0) {
    const several = Array.isArray(empty[key])
    return { ...empty, [key]: several ? values : key === 'selected_date_time' ? Number(values[0]) : values[0] }
  }
  const options = values.map((wanted) => findOption(element, wanted))
  if (options.includes(undefined)) return undefined
  return { ...empty, [key]: key === 'selected_options' ? options : options[0] }
}

function surfaces(world: World, stage: Stage): { source: Source; blocks: JsonObject[] }[] {
  const view = topView(world, stage)
  if (view) return [{ source: { kind: 'view', viewId: view.id }, blocks: view.blocks }]
  const messages = world.workspace
    .messagesFor(stage.person.id)
    .filter(({ conversation }) => conversation === stage.conversation)
    .toReversed()
    .map((message) => ({
      source: { kind: 'message' as const, conversation: message.conversation, ts: message.ts },
      blocks: blocksOf({ kind: 'message', message }),
    }))
  const home = world.views.homeOf(stage.person.id)
  return [...messages, ...(home ? [{ source: { kind: 'view' as const, viewId: home.id }, blocks: home.blocks }] : [])]
}

async function runShortcut(world: World, stage: Stage, name: string, on: string | undefined): Promise<Outcome> {
  const shortcut = world.manifest.shortcuts.find((known) => known.name === name || known.callbackId === name)
  if (shortcut === undefined) return { ok: false, error: `there is no shortcut ${name}` }
  const { callbackId } = shortcut
  if (shortcut.type === 'global') return perform(world, stage.person, { do: 'shortcut', callbackId })
  // Slack offers no shortcuts on ephemeral messages.
  const message = lastMessage(world, stage, on ?? '', (candidate) => candidate.ephemeralFor === undefined)
  if (message === undefined) return { ok: false, error: `there is no message with “${on}”` }
  const { conversation, ts } = message
  return perform(world, stage.person, { do: 'message-shortcut', callbackId, conversation, ts })
}

async function waitFor(world: World, stage: Stage, text: string): Promise<Outcome> {
  for (let waited = 0; waited < PATIENCE; waited += QUIET) {
    if (lastMessage(world, stage, text) || JSON.stringify(topView(world, stage) ?? '').includes(text)) {
      return { ok: true }
    }
    await world.timers.wait(QUIET)
  }
  return { ok: false, error: `“${text}” didn’t come` }
}

function topView(world: World, stage: Stage): View | undefined {
  return world.views.stackOf(stage.person.id).at(-1)
}

function lastMessage(
  world: World,
  stage: Stage,
  text: string,
  fits: (message: Message) => boolean = () => true,
): Message | undefined {
  return world.workspace
    .messagesFor(stage.person.id)
    .filter((message) => message.conversation === stage.conversation && fits(message))
    .findLast((message) => message.text.includes(text) || JSON.stringify(message.blocks).includes(text))
}

function conversationNamed(world: World, person: Member, name: string): string | undefined {
  const wanted = name.replace(/^[#@]/, '').toLowerCase()
  const other = world.workspace.member(wanted)
  return world.workspace.conversationsOf(person.id).find((conversation) => {
    if (conversation.kind === 'channel') return conversation.name === wanted
    return other !== undefined && conversation.members.includes(other.id)
  })?.id
}

function newestExchange(world: World): number {
  return world.exchanges.all().at(-1)?.id ?? 0
}

// The app has come to rest when nothing is under way and nothing new has come for a moment.
async function settle(world: World): Promise<void> {
  const busy = () => world.exchanges.all().some(({ answer, problem }) => answer === undefined && problem === undefined)
  let seen = -1
  for (let waited = 0; waited < PATIENCE; waited += QUIET) {
    const newest = newestExchange(world)
    if (!busy() && newest === seen) return
    seen = newest
    await world.timers.wait(QUIET)
  }
}
