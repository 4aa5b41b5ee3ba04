/**
 * `npm run train`: trains the understanding of questions, `src/questions/classifier/model.json`, and which lines of facts
 * answer them, `src/lines/model.json`. With `-- --without TOPIC` it writes nothing, and says how well that topic is found
 * when nothing was trained on it.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { resolveFacts } from '../src/facts/facts.ts'
import { loadKnowledge, ownKnowledgeDirectory } from '../src/knowledge/load.ts'
import { lineIndex } from '../src/lines/line-index.ts'
import { createReader } from '../src/questions/reading.ts'
import { ownWords } from '../src/questions/words/own-words.ts'
import { readTrainingData } from './data.ts'
import { fingerprintOf } from './fingerprint.ts'
import { lineExamples } from './line-examples.ts'
import { fileOf } from './pack.ts'
import { trainLines } from './train-lines.ts'
import { trainModel } from './train-model.ts'
import type { Stage } from './train-understanding.ts'
import { foundWithout } from './without.ts'

const modelFile = new URL('../src/questions/classifier/model.json', import.meta.url)
const lineModelFile = new URL('../src/lines/model.json', import.meta.url)
const { values: options } = parseArgs({ options: { without: { type: 'string' } } })
const loaded = loadKnowledge({ directory: ownKnowledgeDirectory }, new Date().toISOString().slice(0, 10))
if (!loaded.ok) {
  console.error('The knowledge has problems: see mesh knowledge check.')
  process.exit(1)
}
const { knowledge } = loaded
const reader = createReader(knowledge, ownWords())
const data = readTrainingData()
const start = performance.now()
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const stage: Stage = (name, work) => {
  const result = work()
  console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${name}`)
  return result
}

if (options.without === undefined) {
  const { model, crossValidated, sharesOf } = trainModel(knowledge, reader, data, fingerprintOf(knowledge), stage)
  const text = fileOf(model)
  writeFileSync(modelFile, text)
  const features = model.features.length + model.turns.features.length
  console.log(`model.json: ${features} features, ${(text.length / 1e6).toFixed(2)} MB`)
  const { intent, topic, all } = crossValidated
  console.log(`Of questions left out: intent right ${percent(intent)}, topic ${percent(topic)}, all ${percent(all)}`)
  const facts = resolveFacts(knowledge)
  const examples = lineExamples(data.lines, { knowledge, facts, reader, sharesOf })
  const lines = trainLines(examples, lineIndex(facts.all), reader.words.same, stage)
  writeFileSync(lineModelFile, fileOf(lines.model))
  console.log(
    `Of ${examples.length} questions on topics left out: line right ${percent(lines.ofFact)} of the fact, ${percent(lines.ofAll)} of all facts`,
  )
  console.log('A score of … is right in … of cases:')
  for (const [score, share] of model.calibration) console.log(`  ${score.toFixed(2)}  ${percent(share)}`)
} else {
  const found = foundWithout(options.without, knowledge, ownWords(), data, stage)
  console.log(`${found.questions} questions on ${options.without}, none of them trained on:`)
  for (const [as, count] of found.as) console.log(`${String(count).padStart(6)}  read as ${as}`)
}
