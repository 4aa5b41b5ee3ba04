import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Figure } from '../knowledge/schema.ts'
import { toBaseUnit } from '../knowledge/units.ts'
import type { Parameter } from './parameters.ts'
import type { Range } from './range.ts'

/** What one kind of author published on a parameter, in the parameter's own unit. */
export interface Witness {
  readonly by: 'vendor' | 'independent'
  readonly range: Range
  readonly sources: readonly string[]
  /** The sources that are reports of users. */
  readonly field: readonly string[]
}

/** Vendors and others apart, where they disagree. */
export interface Disagreement {
  readonly parameter: Parameter
  readonly vendor: Witness
  readonly independent: Witness
}

/** From this ratio on between the middles of two ranges, they are told apart. */
const apart = 1.5

/** Where the vendors' figures on a parameter and those of others lie apart. Field reports count as independent. */
export function disagreementOn(parameter: Parameter, figures: Knowledge['figures']): Disagreement | undefined {
  const known = parameter.figures.flatMap((id) => figures.get(id) ?? [])
  const vendor = witness('vendor', parameter, known)
  const independent = witness('independent', parameter, known)
  if (!vendor || !independent) return undefined
  const [a, b] = [vendor.range, independent.range].map(({ low, high }) => (low + high) / 2)
  if (a === undefined || b === undefined || Math.max(a, b) < apart * Math.min(a, b)) return undefined
  return { parameter, vendor, independent }
}

function witness(by: Witness['by'], { unit }: Parameter, figures: readonly Figure[]): Witness | undefined {
  const own = figures.filter((figure) => sideOf(figure) === by && comparable(figure, unit))
  const [first] = own
  if (!first) return undefined
  const ranges = own.map((figure) => inUnit(figure, unit))
  return {
    by,
    range: {
      low: Math.min(...ranges.map(({ low }) => low)),
      high: Math.max(...ranges.map(({ high }) => high)),
    },
    sources: [...new Set(own.map(({ source }) => source))],
    field: own.flatMap((figure) => (figure.by === 'field' ? [figure.source] : [])),
  }
}

function sideOf({ by }: Figure): Witness['by'] | undefined {
  switch (by) {
    case 'vendor':
      return 'vendor'
    case 'independent':
    case 'field':
      return 'independent'
    case 'default':
    case 'article':
      return undefined
  }
}

/** Only like is set beside like: latencies were measured on calls, on whole requests and as percentages. */
function comparable({ metric }: Figure, wanted: Parameter['unit']): boolean {
  switch (wanted) {
    case 'MiB':
      return metric === 'memory-per-pod' || metric === 'memory-per-node' || metric === 'memory-per-waypoint'
    case 'vCPU':
      return metric === 'cpu-per-1000-rps'
    case 'ms':
      return false
  }
}

const mebibyte = 2 ** 20

/** A figure in the unit of a parameter; bytes become MiB, the others stay as they are. */
export function inUnit({ low, high, unit }: Figure, wanted: Parameter['unit']): Range {
  const scale = wanted === 'MiB' ? 1 / mebibyte : 1
  return { low: toBaseUnit(low, unit).amount * scale, high: toBaseUnit(high, unit).amount * scale }
}
