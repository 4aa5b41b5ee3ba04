import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { answersOf, type Requirements } from '../../src/advisor/requirements.ts'
import type { Meshwise } from '../../src/meshwise.ts'

const descriptionSchema = z.strictObject({
  id: z.string(),
  /** For reporting only. */
  kept: z.boolean(),
  words: z.string(),
  /** What is to be read, as NAME=VALUE. Of values that are all right one is enough, and "-" stands for none. */
  reads: z.array(z.string().regex(/^[a-z0-9-]+=\S+$/)).min(1),
  /** What must not be. */
  not: z.array(z.string().regex(/^[a-z0-9-]+=\S+$/)),
})
export type Description = z.infer<typeof descriptionSchema>

/** How teams tell of themselves before they ask for a mesh, written for this test. */
export const readDescriptions = (): Description[] =>
  readFileSync(new URL('descriptions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => descriptionSchema.parse(JSON.parse(line)))

export interface Described {
  readonly id: string
  readonly kept: boolean
  /** Whether a recommendation is made of it. */
  readonly isAdvised: boolean
  readonly right: number
  readonly of: number
  /** What was not read, and what should not have been. */
  readonly faults: readonly string[]
}

/** How well a description is read: by itself whether it is a recommendation, as needs whether they are the ones told. */
export function judgeDescription({ id, kept, words, reads, not }: Description, { read, parse }: Meshwise): Described {
  const { command } = parse(`recommend ${words}`)
  const got = command.kind === 'recommend' ? valuesOf(command.requirements) : new Map<string, readonly string[]>()
  const has = (entry: string): boolean => {
    const [name = '', values = ''] = entry.split('=')
    const found = got.get(name) ?? []
    return values.split('|').some((value) => (value === '-' ? found.length === 0 : found.includes(value)))
  }
  const missing = reads.filter((entry) => !has(entry))
  const wrong = not.filter(has)
  const of = reads.length + not.length
  return {
    id,
    kept,
    isAdvised: read(words).command.kind === 'recommend',
    right: of - missing.length - wrong.length,
    of,
    faults: [...missing, ...wrong.map((entry) => `not ${entry}`)],
  }
}

/** What was understood, by name. */
const valuesOf = (requirements: Requirements): ReadonlyMap<string, readonly string[]> =>
  new Map<string, readonly string[]>([
    ...answersOf(requirements).map(
      ([field, value]) => [field.slice(field.indexOf('.') + 1), [value].flat().map(String)] as const,
    ),
    ['candidates', requirements.candidates],
  ])
