import file from './model.json' with { type: 'json' }
import { type UnderstandingModel, unpackModel } from './model.ts'

/** The model that `npm run train` made and the repository ships. */
export const ownModel = (): UnderstandingModel => unpackModel(file)
