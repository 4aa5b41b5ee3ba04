import { readFileSync } from 'node:fs'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { type Fingerprint, hash, knowledgeFingerprint } from '../src/questions/classifier/fingerprint.ts'
import { readWordFiles } from '../src/questions/words/own-words.ts'
import { trainingText } from './data.ts'

/** The code on the way from a question to what the classifiers see of it, and what they learn; paths from this folder. */
export const codeFiles = [
  '../src/facts/line-words.ts',
  '../src/facts/stems.ts',
  '../src/lines/asked.ts',
  '../src/lines/cues.ts',
  '../src/lines/likely-topics.ts',
  '../src/lines/line-index.ts',
  '../src/lines/line-model.ts',
  '../src/lines/line-ranking.ts',
  '../src/lines/pairs.ts',
  '../src/questions/aspect.ts',
  '../src/slips.ts',
  '../src/questions/interpret.ts',
  '../src/questions/meshes.ts',
  '../src/questions/numerals.ts',
  '../src/questions/phrases.ts',
  '../src/questions/phrasing.ts',
  '../src/questions/quantities.ts',
  '../src/questions/reading.ts',
  '../src/questions/sentences.ts',
  '../src/questions/sizes.ts',
  '../src/questions/spelling.ts',
  '../src/questions/tokens.ts',
  '../src/questions/word-sets.ts',
  '../src/questions/words.ts',
  '../src/questions/classifier/features.ts',
  '../src/questions/classifier/score.ts',
  '../src/questions/classifier/softmax.ts',
  '../src/questions/classifier/turn-actions.ts',
  '../src/questions/classifier/turns.ts',
  'calibration.ts',
  'fit-softmax.ts',
  'folds.ts',
  'line-examples.ts',
  'rounding.ts',
  'stable-order.ts',
  'topic-texts.ts',
  'train-lines.ts',
  'train-model.ts',
  'train-turns.ts',
  'train-understanding.ts',
] as const

/** The fingerprint of everything that training goes by. */
export const fingerprintOf = (knowledge: Knowledge): Fingerprint => ({
  reader: hash(trainingText(), JSON.stringify(readWordFiles()), ...codeFiles.map(codeOf)),
  knowledge: knowledgeFingerprint(knowledge),
})

/** Code without comments and blank lines, which change nothing. */
const codeOf = (name: string): string =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split(/\r?\n/)
    .filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line))
    .join('\n')
