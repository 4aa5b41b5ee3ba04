import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadKeptModel } from '../../src/cli/kept-model.ts'
import modelFile from '../../src/questions/classifier/model.json' with { type: 'json' }
import { ownModel } from '../../src/questions/classifier/own-model.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

const own = ownModel()
const featuresOf = (lines: readonly string[], fields: number) =>
  lines.map((line) => line.split(' ').slice(0, -fields).join(' '))
const features = featuresOf(modelFile.features, 2)
const turnFeatures = featuresOf(modelFile.turns.features, 3)

/** Every weight that a model has, in the order of these features. */
const weights = ({ intents, topics, turns }: ReturnType<typeof loadKeptModel>) =>
  [
    ...[intents, topics].map((model) => [model, features] as const),
    ...[turns.meshes, turns.topics, turns.intents].map((model) => [model, turnFeatures] as const),
  ].map(([{ classes, bias, weightsOf }, names]) => ({
    classes,
    bias,
    weights: names.map((name) => {
      const found = weightsOf(name)
      return found && [Array.from(found.classes), Array.from(found.weights)]
    }),
    unknown: weightsOf('no such feature'),
  }))

test('the model is the same as it was read and as it is kept, to the last weight', () => {
  expect(features.length).toBeGreaterThan(1_000)
  const read = loadKeptModel(directory)
  expect(readdirSync(directory)).toEqual(['model.bin'])
  const kept = loadKeptModel(directory)
  const expected = weights(own)
  expect(expected[0]?.unknown).toBeUndefined()
  expect(weights(read)).toEqual(expected)
  expect(weights(kept)).toEqual(expected)
  expect(kept.calibration).toEqual(own.calibration)
})

test('what can’t be read is made anew, and where nothing can be kept the model is there all the same', () => {
  writeFileSync(join(directory, 'model.bin'), 'nonsense')
  expect(loadKeptModel(directory).calibration).toEqual(own.calibration)
  expect(loadKeptModel('/dev/null/nowhere').calibration).toEqual(own.calibration)
})
