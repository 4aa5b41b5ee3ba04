import { expect, test } from 'vitest'
import { sayFeature } from '../../src/cli/say-feature.ts'
import { featuresOf } from '../../src/questions/classifier/features.ts'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

test.each([
  ['w envoi', 'word “envoi”'],
  ['p ^ doe', 'begins with “doe”'],
  ['p lightest $', 'ends with “lightest”'],
  ['p rate limit', 'words “rate limit”'],
  ['p in @mesh', 'words “in [mesh]”'],
  ['s how @number', 'words “how … [number]”'],
  ['l <igh', 'word that begins with “igh”'],
  ['l ix>', 'word that ends with “ix”'],
  ['l est', 'letters “est”'],
  ['l <abc>', 'word of the letters “abc”'],
  ['topic rate-limiting', 'a word of the topic rate-limiting'],
  ['meshes 1', 'meshes named: 1'],
  ['meshes 3', 'meshes named: 3 or more'],
  ['length 0', 'no words'],
  ['length 2', '4–6 words'],
  ['length 5', '13 words or more'],
  ['group security', 'a word of the area security'],
  ['trait envoy-based', 'a word of the trait envoy-based'],
  ['term', 'a term of the glossary'],
  ['code', 'marks of code'],
  ['size pods', 'a number of pods'],
  ['asks', 'a question mark'],
])('%s is shown as %s', (feature, expected) => {
  expect(sayFeature(feature)).toBe(expected)
})

test('every feature of a question is said in words', () => {
  const question = 'which envoy-based mesh, istio or consul, has mTLS & the least memory for 500 pods; any security?'
  const features = [...featuresOf(createReader(ownKnowledge(), ownWords()).read(question)).keys()]
  const raw = features.filter((feature) => sayFeature(feature) === feature)
  expect(features.length).toBeGreaterThan(50)
  expect(raw).toEqual([])
})
