import { z } from 'zod'

const modelFileSchema = z.object({
  /** What weights are counted in. */
  step: z.number().positive(),
  /** For each word of a question, after it, what lines tell and how many steps that speaks for them: `mandatori =default 12 ~denial -3`. */
  words: z.array(z.string()),
})

export type LineModelFile = z.infer<typeof modelFileSchema>

/** What was learned of which lines answer which words. */
export interface LineModel {
  /** How much a word speaks for a line, by what that tells; undefined for a word that was in no question of the training. */
  weightsOf(word: string): ReadonlyMap<string, number> | undefined
}

/** Makes a model of the file's content. Throws a ZodError if it isn't one, and an Error if a line of weights is none. */
export function readLineModel(content: unknown): LineModel {
  const { step, words } = modelFileSchema.parse(content)
  const rows = new Map(words.map((row) => readRow(row, step)))
  return { weightsOf: (word) => rows.get(word) }
}

function readRow(row: string, step: number): readonly [word: string, weights: ReadonlyMap<string, number>] {
  const [word = '', ...fields] = row.split(' ')
  const weights = new Map<string, number>()
  for (let at = 0; at < fields.length; at += 2) {
    const [told, steps] = [fields[at], Number(fields[at + 1])]
    if (!told || !Number.isInteger(steps)) throw new Error(`not the weights of a word: ${row}`)
    weights.set(told, steps * step)
  }
  return [word, weights]
}

/** A word with its weights, in steps, as a row of the file. */
export const lineModelRow = (word: string, steps: readonly (readonly [told: string, steps: number])[]): string =>
  [word, ...steps.flatMap(([told, count]) => [told, String(count)])].join(' ')
