import { readFileSync } from 'node:fs'
import { type LineModel, readLineModel } from './line-model.ts'

const file = new URL('./model.json', import.meta.url)

/** The model that `npm run train` made and the repository ships. Read rather than imported: an import stays in memory. */
export const ownLineModel = (): LineModel => readLineModel(JSON.parse(readFileSync(file, 'utf8')))
