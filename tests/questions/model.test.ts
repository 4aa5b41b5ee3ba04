import { expect, it } from 'vitest'
import model from '../../src/questions/classifier/model.json' with { type: 'json' }
import { trainingFingerprint } from '../../src/questions/classifier/training-files.ts'

it('was trained on the training files as they are: run `npm run train` after changing them', () => {
  expect(model.trainedOn).toBe(trainingFingerprint())
})
