import { describe, expect, it } from 'vitest'
import { readModel } from '../../src/questions/classifier/model.ts'
import { classify } from '../../src/questions/classifier/softmax.ts'
import { intentActions, meshActions, topicActions } from '../../src/questions/classifier/turn-actions.ts'
import { intents } from '../../src/questions/question.ts'
import { asModel, type Trained } from '../../training/fit-softmax.ts'
import { fileOf, pack } from '../../training/pack.ts'
import { rounded } from '../../training/rounding.ts'

const trained = <Label extends string>(
  classes: readonly Label[],
  weights: Record<string, number[]>,
): Trained<Label> => ({
  classes,
  bias: classes.map(() => 0),
  weights: new Map(Object.entries(weights).map(([name, row]) => [name, Float32Array.from(row)])),
})
const topics = trained(['retries', 'fips', '-'], {
  'w retri': [4, -1, -1],
  'w the': [0.1, 0, -0.1],
  'l the': [0.5, 0, 0],
  'p all alike': [2, 2, 2],
})
const understanding = {
  intents: trained(intents, {}),
  topics: rounded(topics),
  calibration: [
    [0, 0],
    [1, 1],
  ] satisfies [number, number][],
  crossValidated: { intent: 1, topic: 1, all: 1 },
}
const turns = {
  meshes: trained(meshActions, {}),
  topics: trained(topicActions, {}),
  intents: trained(intentActions, {}),
}
const packed = pack(understanding, turns, { reader: 'r', knowledge: 'k' })

describe('a packed model', () => {
  it('has a line for each feature that says something, in order, and for each word that was met', () => {
    expect(packed.features).toEqual(['w retri  a24', 'w the  '])
    expect(fileOf(packed)).toContain('\n"w retri  a24",\n')
  })

  it('gives the shares of what was packed', () => {
    const features = new Map([['w retri', 1]])
    const model = readModel(JSON.parse(fileOf(packed)))
    const shares = classify(asModel(rounded(topics)), features)
    expect(classify(model.topics, features)).toEqual(shares)
    expect(shares[0]).toMatchObject({ label: 'retries' })
  })

  it('is the same whatever order features were met in', () => {
    const turned = { ...topics, weights: new Map([...topics.weights].reverse()) }
    expect(pack({ ...understanding, topics: rounded(turned) }, turns, { reader: 'r', knowledge: 'k' })).toEqual(packed)
  })
})

describe('rounding', () => {
  it('counts weights from their median: what all classes have in common says nothing', () => {
    const raised = {
      ...topics,
      weights: new Map([...topics.weights].map(([name, row]) => [name, row.map((one) => one + 3)])),
    }
    expect(rounded(raised)).toEqual(rounded(topics))
  })

  it('leaves out what hardly moves a score, the more of it the less the feature counts in a text', () => {
    const { weights } = rounded(
      trained(['retries', 'fips', '-'], { 'p a b': [0.5, 0, 0], 's a b': [0.5, 0, 0], 'l abc': [0.5, 0, 0] }),
    )
    expect([...weights.keys()]).toEqual(['p a b'])
  })
})
