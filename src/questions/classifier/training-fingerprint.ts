import { readFileSync } from 'node:fs'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { readWordFiles } from '../words/own-words.ts'
import { type Fingerprint, hash, knowledgeFingerprint } from './fingerprint.ts'
import { trainingText } from './training-files.ts'

/** The code on the way from a question to what the classifiers see of it, and what they learn; paths from this folder. */
export const codeFiles = [
  '../../slips.ts',
  '../interpret.ts',
  '../meshes.ts',
  '../numerals.ts',
  '../phrases.ts',
  '../phrasing.ts',
  '../quantities.ts',
  '../reading.ts',
  '../sizes.ts',
  '../spelling.ts',
  '../tokens.ts',
  '../word-sets.ts',
  '../words.ts',
  'features.ts',
  'score.ts',
  'softmax.ts',
  'training.ts',
  'turn-actions.ts',
  'turn-training.ts',
  'turns.ts',
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
