import { readFileSync } from 'node:fs'
import { readModel, type StoredModel } from './model.ts'

const file = new URL('./model.json', import.meta.url)

/** The model that `npm run train` made and the repository ships. Read rather than imported: an import stays in memory. */
export const ownModel = (): StoredModel => readModel(JSON.parse(readFileSync(file, 'utf8')))
