import type { CitedSource, Fact } from '../facts/fact.ts'
import type { Figure } from '../knowledge/schema.ts'
import { showRange } from '../wording.ts'

export const maturityWords = {
  alpha: 'alpha',
  beta: 'beta',
  stable: 'stable',
  deprecated: 'deprecated',
} as const satisfies Record<NonNullable<Fact['maturity']>, string>

export const editionWords = {
  'open-source': 'open source edition',
  enterprise: 'paid edition only',
} as const satisfies Record<NonNullable<Fact['edition']>, string>

const marks = {
  yes: '✅',
  partial: '◐',
  external: '◐',
  no: '✗',
  unknown: '?',
} as const

/** A mark for how far a mesh does something, to be seen at a glance; the words beside it say the same. */
export function supportMarks({ support, value, rank, brief, missing }: Fact): string | undefined {
  if (missing) return marks.unknown
  if (!support || value || rank || brief || support === 'not-applicable') return undefined
  return marks[support]
}

/** Who stands behind a figure, in the words of a table cell. */
const measuredByWords = {
  vendor: 'the project or a vendor',
  independent: 'independent',
  field: 'a field report',
  default: 'a default setting, not measured',
  article: 'an article, no method given',
} as const satisfies Record<Figure['by'], string>

const evidenceWords = {
  'read-off-chart': 'read off a chart',
  secondhand: 'second-hand',
  derived: 'calculated',
  advice: 'advice',
} as const satisfies Record<NonNullable<Figure['evidence']>, string>

const metricWords = {
  'latency-p50': 'Latency, median',
  'latency-p90': 'Latency, p90',
  'latency-p99': 'Latency, p99',
  'latency-increase': 'Latency, increase',
  'memory-per-pod': 'Memory per pod',
  'memory-per-node': 'Memory per node',
  'memory-per-node-per-cluster-pod': 'Memory per node, for each pod of the cluster',
  'memory-per-waypoint': 'Memory per waypoint',
  'memory-control-plane': 'Memory of the control plane',
  'memory-request-default': 'Memory request, default',
  'cpu-per-1000-rps': 'CPU per 1,000 requests a second',
  'cpu-per-pod': 'CPU per pod',
  'cpu-per-node': 'CPU per node',
  'cpu-control-plane': 'CPU of the control plane',
  'cpu-request-default': 'CPU request, default',
  'cpu-added': 'CPU added',
  'cpu-increase': 'CPU, increase',
} as const satisfies Record<Figure['metric'], string>

/** What a figure measures, with the deployment that was measured where it says. */
export const showMetric = ({ metric, design }: Figure): string => metricWords[metric] + (design ? ` (${design})` : '')

export const showAmount = ({ low, high, unit }: Figure): string => showRange(low, high, unit)

/** Who measured a figure and how sure it is: "independent, read off a chart". */
export const showMeasuredBy = ({ by, evidence }: Figure): string =>
  measuredByWords[by] + (evidence ? `, ${evidenceWords[evidence]}` : '')

const vendorMark = '◆'

/** What the mark says that `showPublisher` puts behind some. */
export const vendorLegend = `${vendorMark} sells this mesh or a rival of it`

/** The publisher of a source, with a mark where it has an interest. */
export const showPublisher = ({ publisher, sells }: CitedSource): string =>
  sells ? `${publisher} ${vendorMark}` : publisher
