import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readModel, type UnderstandingModel } from '../questions/classifier/model.ts'
import type { FeatureWeights, SoftmaxModel } from '../questions/classifier/softmax.ts'
import { changesIn, digest, keep, readKept } from './kept.ts'

/** Where the model lies, with the code that reads it: what is kept counts for these files alone. */
const classifier = fileURLToPath(new URL('../questions/classifier', import.meta.url))

/**
 * The shipped model, as `directory` keeps it from the last time that it was read: in arrays that are there at once, where
 * reading the file takes a tenth of a second. Where nothing can be kept it is read every time.
 */
export function loadKeptModel(directory: string): UnderstandingModel {
  const file = join(directory, 'model.bin')
  const fingerprint = digest([process.version, ...changesIn(classifier)])
  const kept = readKept<Flat>(file, fingerprint)
  if (kept) return modelOf(kept)
  const flat = flatten()
  keep(file, fingerprint, flat)
  return modelOf(flat)
}

type Labels<Label extends string> = Pick<SoftmaxModel<Label>, 'classes' | 'bias'>
type LabelOf<Model> = Model extends SoftmaxModel<infer Label> ? Label : never
type Turns = UnderstandingModel['turns']

/** A model without functions. */
interface Flat extends Pick<UnderstandingModel, 'calibration'> {
  readonly intents: Labels<LabelOf<UnderstandingModel['intents']>>
  readonly topics: Labels<string>
  readonly turns: { readonly [Part in keyof Turns]: Labels<LabelOf<Turns[Part]>> }
  readonly features: Table
  readonly turnFeatures: Table
}

/** Features and their weights for some classifiers. */
interface Table {
  /** All names, one behind the other, and where each begins; the end of the last one too. */
  readonly names: string
  readonly starts: Uint32Array
  /** The row of a feature and one more, at its hash or behind it; 0 where there is none. */
  readonly slots: Uint32Array
  readonly columns: readonly Column[]
}

/** The weights of each row for one classifier, one behind the other. */
interface Column {
  readonly starts: Uint32Array
  readonly classes: Uint16Array
  readonly weights: Float32Array
}

type WeightsOf = (feature: string) => FeatureWeights | undefined

function modelOf({ calibration, intents, topics, turns, features, turnFeatures }: Flat): UnderstandingModel {
  const of = (table: Table, column: number): { weightsOf: WeightsOf } => ({
    weightsOf: (feature) => weightsIn(table, column, feature),
  })
  return {
    calibration,
    intents: { ...intents, ...of(features, 0) },
    topics: { ...topics, ...of(features, 1) },
    turns: {
      meshes: { ...turns.meshes, ...of(turnFeatures, 0) },
      topics: { ...turns.topics, ...of(turnFeatures, 1) },
      intents: { ...turns.intents, ...of(turnFeatures, 2) },
    },
  }
}

function weightsIn({ names, starts, slots, columns }: Table, column: number, feature: string) {
  for (let slot = hashOf(feature) % slots.length; ; slot = (slot + 1) % slots.length) {
    const row = (slots[slot] ?? 0) - 1
    if (row < 0) return undefined
    if (names.slice(starts[row], starts[row + 1]) !== feature) continue
    const own = columns[column]
    const [from, to] = [own?.starts[row], own?.starts[row + 1]]
    return own && { classes: own.classes.subarray(from, to), weights: own.weights.subarray(from, to) }
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function flatten(): Flat {
  const content: { features: string[]; turns: { features: string[] } } = JSON.parse(
    readFileSync(join(classifier, 'model.json'), 'utf8'),
  )
  const { calibration, intents, topics, turns } = readModel(content)
  const labels = <Label extends string>({ classes, bias }: SoftmaxModel<Label>): Labels<Label> => ({ classes, bias })
  return {
    calibration,
    intents: labels(intents),
    topics: labels(topics),
    turns: { meshes: labels(turns.meshes), topics: labels(turns.topics), intents: labels(turns.intents) },
    features: tableOf(content.features, [intents, topics]),
    turnFeatures: tableOf(content.turns.features, [turns.meshes, turns.topics, turns.intents]),
  }
}

/** A table of lines, each of which begins with its feature and goes on with a field for each classifier. */
function tableOf(lines: readonly string[], classifiers: readonly { readonly weightsOf: WeightsOf }[]): Table {
  const features = lines.map((line) => line.split(' ').slice(0, -classifiers.length).join(' '))
  const slots = new Uint32Array(features.length * 2 + 1)
  for (const [row, feature] of features.entries()) {
    let slot = hashOf(feature) % slots.length
    while (slots[slot]) slot = (slot + 1) % slots.length
    slots[slot] = row + 1
  }
  const columns = classifiers.map(({ weightsOf }): Column => {
    const found = features.map((feature) => weightsOf(feature))
    return {
      starts: sumsOf(found.map((weights) => weights?.classes.length ?? 0)),
      classes: Uint16Array.from(found.flatMap((weights) => Array.from(weights?.classes ?? []))),
      weights: Float32Array.from(found.flatMap((weights) => Array.from(weights?.weights ?? []))),
    }
  })
  return { names: features.join(''), starts: sumsOf(features.map(({ length }) => length)), slots, columns }
}

/** Where each of some lengths begins, one behind the other, and where the last one ends. */
function sumsOf(lengths: readonly number[]): Uint32Array {
  const sums = new Uint32Array(lengths.length + 1)
  for (const [index, length] of lengths.entries()) sums[index + 1] = (sums[index] ?? 0) + length
  return sums
}
