import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { StartError } from '../errors.ts'

const text = z.string().min(1)
const value = z.union([z.string(), z.number().transform(String), z.array(z.string())])

/** A step of a scenario: who does what, where. */
const stepSchema = z
  .strictObject({
    as: text.optional(),
    in: text.optional(),
    thread: z.union([text, z.literal(false)]).optional(),
    say: text.optional(),
    command: text.startsWith('/').optional(),
    press: text.optional(),
    select: value.optional(),
    from: text.optional(),
    fill: z.record(z.string(), value).optional(),
    submit: z.literal(true).optional(),
    close: z.literal(true).optional(),
    open: z.enum(['home', 'messages']).optional(),
    shortcut: text.optional(),
    on: text.optional(),
    wait: z.number().int().min(0).max(60_000).optional(),
    wait_for: text.optional(),
  })
  .refine((step) => verbsOf(step).length <= 1, 'a step does one thing')

const verbs = ['say', 'command', 'press', 'select', 'fill', 'submit', 'close', 'open', 'shortcut', 'wait', 'wait_for']

const fileSchema = z.strictObject({
  title: z.string().optional(),
  seed: z.boolean().default(true),
  steps: z.array(stepSchema),
})

/** One step of a scenario. */
export type Step = z.infer<typeof stepSchema>

/** A scripted conversation. */
export interface Scenario {
  /** Whether the seeded conversation comes first. */
  seed: boolean
  steps: Step[]
}

/** Reads a scenario; a StartError says what is wrong with it. */
export function readScenario(file: string): Scenario {
  const source = readSource(file)
  const parsed = fileSchema.safeParse(Array.isArray(source) ? { steps: source } : source)
  if (!parsed.success) throw new StartError(`The scenario ${file} is wrong:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

function readSource(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new StartError(`The scenario ${file} can't be read: ${error instanceof Error ? error.message : error}`)
  }
}

function verbsOf(step: { [key: string]: unknown }): string[] {
  return verbs.filter((verb) => step[verb] !== undefined)
}
