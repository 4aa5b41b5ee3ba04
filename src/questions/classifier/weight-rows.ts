import type { FeatureWeights } from './softmax.ts'

/**
 * The weights of features as text, a line each, so that what a change of the training does to a model can be read: the
 * feature, then for each of some classifiers its weights, as in `w fips  bg12c-3`. A class is written in letters (a is
 * the first, z the 26th, aa the 27th), its weight in whole steps; one that is missing is 0.
 */
export function weightRow(feature: string, classifiers: readonly Readonly<ArrayLike<number>>[]): string {
  const fields = classifiers.map((steps) =>
    Array.from(steps, (step, index) => (step === 0 ? '' : `${lettersOf(index)}${step}`)).join(''),
  )
  return [feature, ...fields].join(' ')
}

/**
 * What the lines say: for each classifier, given by how many classes it has, how to find the weights of a feature. Throws
 * where a line is none.
 */
export function readWeightRows(
  lines: readonly string[],
  classifiers: readonly number[],
  step: number,
): readonly ((feature: string) => FeatureWeights | undefined)[] {
  const ends = fieldEnds(lines, classifiers.length)
  const rows = new Map<string, number>()
  for (const [row, line] of lines.entries()) rows.set(line.slice(0, ends[0]?.[row]), row)
  return classifiers.map((classes, field) => weightsIn(readColumn(lines, ends, field, classes, step), rows))
}

/** By itself, so that what it returns keeps nothing of the text. */
const weightsIn =
  ({ starts, classes, weights }: Column, rows: ReadonlyMap<string, number>) =>
  (feature: string): FeatureWeights | undefined => {
    const row = rows.get(feature)
    if (row === undefined) return undefined
    const [start, end] = [starts[row], starts[row + 1]]
    return { classes: classes.subarray(start, end), weights: weights.subarray(start, end) }
  }

/** For each line where the feature ends, and each field after it: a feature may have blanks in it, weights have none. */
function fieldEnds(lines: readonly string[], classifiers: number): readonly Uint32Array[] {
  const ends = Array.from({ length: classifiers + 1 }, () => new Uint32Array(lines.length))
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row] ?? ''
    let end = line.length
    for (let field = classifiers; field >= 0; field--) {
      if (end <= 0) throw new Error(`not the weights of a feature: ${line}`)
      const column = ends[field]
      if (column) column[row] = end
      end = line.lastIndexOf(' ', end - 1)
    }
  }
  return ends
}

const none = new Uint32Array()

interface Column {
  /** Of each row, and the end of the last one. */
  readonly starts: Uint32Array
  readonly classes: Uint16Array
  readonly weights: Float32Array
}

/** The weights of one classifier. By character codes and in plain loops: the process waits for this when it starts. */
function readColumn(
  lines: readonly string[],
  ends: readonly Uint32Array[],
  field: number,
  width: number,
  step: number,
): Column {
  const [from = none, to = none] = [ends[field], ends[field + 1]]
  const starts = new Uint32Array(lines.length + 1)
  // A weight takes a letter and a digit at least.
  let most = 0
  for (let row = 0; row < lines.length; row++) most += ((to[row] ?? 0) - (from[row] ?? 0)) / 2
  const classes = new Uint16Array(most)
  const weights = new Float32Array(most)
  let count = 0
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row] ?? ''
    const end = to[row] ?? 0
    for (let at = (from[row] ?? 0) + 1; at < end; count++) {
      let index = 0
      for (; isLetter(line.charCodeAt(at)); at++) index = index * letters + line.charCodeAt(at) - firstLetter + 1
      const sign = line.charCodeAt(at) === minus ? -1 : 1
      if (sign < 0) at++
      const digits = at
      let steps = 0
      for (; isDigit(line.charCodeAt(at)); at++) steps = steps * 10 + line.charCodeAt(at) - zero
      if (index === 0 || index > width || at === digits) throw new Error(`not the weights of a feature: ${line}`)
      classes[count] = index - 1
      weights[count] = sign * steps * step
    }
    starts[row + 1] = count
  }
  return { starts, classes: classes.slice(0, count), weights: weights.slice(0, count) }
}

const firstLetter = 'a'.charCodeAt(0)
const lastLetter = 'z'.charCodeAt(0)
const letters = lastLetter - firstLetter + 1
const zero = '0'.charCodeAt(0)
const minus = '-'.charCodeAt(0)

const isLetter = (code: number): boolean => code >= firstLetter && code <= lastLetter
const isDigit = (code: number): boolean => code >= zero && code <= zero + 9

function lettersOf(index: number): string {
  const rest = Math.floor(index / letters)
  return `${rest > 0 ? lettersOf(rest - 1) : ''}${String.fromCharCode(firstLetter + (index % letters))}`
}
