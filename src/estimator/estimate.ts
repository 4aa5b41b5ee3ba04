import { withCounts } from '../counted-text.ts'
import type { DesignFile } from '../knowledge/design-schema.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { type Design, designsFor } from './choose-design.ts'
import type { ClusterSize } from './cluster-size.ts'
import { appliesAt } from './condition.ts'
import { countsOf, designTerms } from './designs.ts'
import { lessened, totalMemory } from './memory.ts'
import { type Rates, ratesOf, usdPerMonth } from './money.ts'
import { type Parameters, parametersOf } from './parameters.ts'
import { exactly, type Range, share } from './range.ts'
import { sumOf, type Term } from './term.ts'

/** What one design costs at one size. Undefined is unknown: nobody published what it takes to tell. */
export interface Estimate extends Pick<DesignFile, 'mesh' | 'mode' | 'name' | 'placement' | 'where' | 'l7'> {
  readonly design: DesignId
  readonly memoryMiB: Range | undefined
  readonly dataPlanePerNodeMiB: Range | undefined
  readonly dataPlanePerPodMiB: Range | undefined
  readonly controlPlaneMiB: Range | undefined
  readonly vcpu: Range | undefined
  /** p99 added to a request whose calls come one after another. */
  readonly addedLatencyMs: Range | undefined
  readonly usdPerMonth: Range | undefined
  /** What the charts reserve by default, used or not. */
  readonly reserved: { readonly vcpu: number; readonly memoryMiB: number }
  readonly terms: { readonly memory: readonly Term[]; readonly cpu: readonly Term[]; readonly latency: readonly Term[] }
  /** What the totals are without, in sentences. */
  readonly unknown: readonly string[]
  readonly notes: readonly string[]
  /** The ids of the sources of the notes that are the design's own. */
  readonly noteSources: readonly string[]
}

/** What each design that fits costs at a size, in the order of the knowledge. */
export function estimateAll(knowledge: EstimatorKnowledge, size: ClusterSize): Estimate[] {
  const parameters = parametersOf(knowledge)
  const rates = ratesOf(knowledge, size.prices)
  return designsFor(knowledge, size.l7).map((design) => estimateDesign(design, size, parameters, rates))
}

function estimateDesign(design: Design, size: ClusterSize, parameters: Parameters, rates: Rates | undefined): Estimate {
  const terms = designTerms(design, size, parameters)
  const displaced = sumOf(terms.displacedMemory)
  const counted = [...terms.memory, ...terms.cpu, ...terms.latency]
  const notes = design.notes.filter((note) => appliesAt(note, size))
  const counts = countsOf(design, size, parameters)
  const dataPlane = lessened(sumOf(terms.memory.filter(isDataPlane)), displaced)
  const control = terms.memory.filter((term) => !isDataPlane(term))
  const memoryMiB = totalMemory(terms)
  const vcpu = sumOf(terms.cpu)
  const reservedMiB = sumOf(terms.reservedMemory) ?? exactly(0)
  const reservedVcpu = sumOf(terms.reservedCpu) ?? exactly(0)
  const { id, mesh, mode, name, placement, where, l7 } = design
  return {
    design: id,
    ...{ mesh, mode, name, placement, where, l7 },
    memoryMiB,
    dataPlanePerNodeMiB: dataPlane && share(dataPlane, size.nodes),
    dataPlanePerPodMiB: dataPlane && share(dataPlane, size.pods),
    controlPlaneMiB: control.length > 0 ? sumOf(control) : undefined,
    vcpu,
    addedLatencyMs: sumOf(terms.latency),
    usdPerMonth: memoryMiB && vcpu && rates && usdPerMonth({ memoryMiB, vcpu, reservedMiB, reservedVcpu }, rates),
    reserved: { vcpu: reservedVcpu.high, memoryMiB: reservedMiB.high },
    terms,
    unknown: [...unmeasured(counted), ...design.unknown],
    notes: [...trustIn(counted), ...notes.map(({ says }) => withCounts(says, counts))],
    noteSources: notes.flatMap(({ sources }) => sources),
  }
}

const isDataPlane = ({ place }: Term): boolean => place === 'data-plane'

const unmeasured = (terms: readonly Term[]): string[] =>
  terms
    .filter(({ amount }) => amount === undefined)
    .map(({ what }) => `${what}: nobody published a measurement, so the totals are without it.`)

const trust = {
  composed: 'put together from other measurements, not measured itself',
  borrowed: 'in part borrowed from another mesh',
  advice: 'in part advice, not a measurement',
  default: 'a default of the chart, not a measurement',
  claimed: 'in part a claim without a measurement',
} as const

const quantity = { MiB: 'Memory', vCPU: 'CPU', ms: 'Latency' } as const

/** How far the parameters can be trusted, where they were not measured by what we cite. */
function trustIn(terms: readonly Term[]): string[] {
  const used = [...new Map(terms.flatMap((term) => term.parameters.map((one) => [one.id, { one, term }]))).values()]
  return [
    ...used.flatMap(({ one, term }) =>
      one.basis === 'measured' ? [] : [`${quantity[one.unit]} of ${lower(term.what)} is ${trust[one.basis]}.`],
    ),
    ...used.flatMap(({ one, term: { what } }) =>
      one.house
        ? [`${quantity[one.unit]} of ${lower(what)}: measured by ${one.house.author} (${one.house.conditions}).`]
        : [],
    ),
  ]
}

const lower = (what: string): string =>
  /^[A-Z][a-z]+\b/.test(what) && what !== 'Envoy' ? what.charAt(0).toLowerCase() + what.slice(1) : what
