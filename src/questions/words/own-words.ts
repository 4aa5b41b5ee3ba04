import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { type Words, wordsSchema } from '../words.ts'

/** The files of the reader's own language, by the part of `Words` that each is. */
const files = [
  'meshes',
  'quantities',
  'directions',
  'turns',
  'wishes',
  'choosing',
  'circumstances',
  'aspects',
  'small-talk',
  'trouble',
  'languages',
  'to-bot',
  'whole',
  'same',
] as const

/** The words as they stand in the files, whole, by part. */
export const readWordFiles = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(files.map((name) => [name, load(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'))]))

/** The reader's own language, stemmed. Throws a ZodError where a file is not as it should be. */
export const ownWords = (): Words => wordsSchema.parse(readWordFiles())
