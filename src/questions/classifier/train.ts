/** `npm run train`: trains the understanding of questions and writes model.json beside this file. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadKnowledge, ownKnowledgeDirectory } from '../../knowledge/load.ts'
import { createReader } from '../reading.ts'
import { type ModelFile, pack } from './model.ts'
import { topicPhrasings, train } from './training.ts'
import { readTrainingFiles } from './training-files.ts'

const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, new Date().toISOString().slice(0, 10))
if (!loaded.ok) {
  console.error('The knowledge has problems: see mesh knowledge check.')
  process.exit(1)
}
const { knowledge } = loaded
const reader = createReader(knowledge)
const topicIds = knowledge.topics.map(({ id }) => id)
const phrasings = topicPhrasings(knowledge)
const { questions, fingerprint } = readTrainingFiles()

console.log(`Training on ${questions.length} questions and ${phrasings.length} phrasings of topics …`)
const trained = train(reader, topicIds, questions, phrasings)
const features = [...new Set([...trained.intents.weights.keys(), ...trained.topics.weights.keys()])].sort()
const model: ModelFile = {
  trainedOn: fingerprint,
  features,
  intents: pack(trained.intents, features),
  topics: pack(trained.topics, features),
  calibration: trained.calibration,
}
writeFileSync(fileURLToPath(new URL('model.json', import.meta.url)), `${JSON.stringify(model)}\n`)
console.log(`model.json: ${features.length} features. A score of … is right in … of cases:`)
for (const [score, share] of model.calibration) console.log(`  ${score.toFixed(2)}  ${(share * 100).toFixed(0)} %`)
