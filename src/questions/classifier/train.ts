/** `npm run train`: trains the understanding of questions and writes model.json beside this file. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadKnowledge, ownKnowledgeDirectory } from '../../knowledge/load.ts'
import { createReader } from '../reading.ts'
import { ownWords } from '../words/own-words.ts'
import { type ModelFile, pack } from './model.ts'
import { asModel, topicPhrasings, train } from './training.ts'
import { readTrainingFiles } from './training-files.ts'
import { fingerprintOf } from './training-fingerprint.ts'
import { trainTurns } from './turn-training.ts'

const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, new Date().toISOString().slice(0, 10))
if (!loaded.ok) {
  console.error('The knowledge has problems: see mesh knowledge check.')
  process.exit(1)
}
const { knowledge } = loaded
const reader = createReader(knowledge, ownWords())
const topicIds = knowledge.topics.map(({ id }) => id)
const phrasings = topicPhrasings(knowledge)
const { questions, threads } = readTrainingFiles()

console.log(`Training on ${questions.length} questions and ${phrasings.length} phrasings of topics …`)
const trained = train(reader, topicIds, questions, phrasings)
const turns = trainTurns(
  reader,
  { intents: asModel(trained.intents), topics: asModel(trained.topics), calibration: trained.calibration },
  threads,
)
const featuresOf = (...parts: { weights: ReadonlyMap<string, unknown> }[]): string[] =>
  [...new Set(parts.flatMap(({ weights }) => [...weights.keys()]))].sort()
const features = featuresOf(trained.intents, trained.topics)
const turnFeatures = featuresOf(turns.meshes, turns.topics, turns.intents)
const model: ModelFile = {
  trainedOn: fingerprintOf(knowledge),
  features,
  intents: pack(trained.intents, features),
  topics: pack(trained.topics, features),
  turns: {
    features: turnFeatures,
    meshes: pack(turns.meshes, turnFeatures),
    topics: pack(turns.topics, turnFeatures),
    intents: pack(turns.intents, turnFeatures),
  },
  calibration: trained.calibration,
}
writeFileSync(fileURLToPath(new URL('model.json', import.meta.url)), `${JSON.stringify(model)}\n`)
console.log(`model.json: ${features.length} features. A score of … is right in … of cases:`)
for (const [score, share] of model.calibration) console.log(`  ${score.toFixed(2)}  ${(share * 100).toFixed(0)} %`)
