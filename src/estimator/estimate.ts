import { type DesignFile, type DesignId, designIds } from '../knowledge/estimator-schema.ts'
import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { type ClusterSize, waypointsOf } from './cluster-size.ts'
import { designTerms } from './designs.ts'
import { type Rates, ratesOf, usdPerMonth } from './money.ts'
import { type Parameters, parametersOf } from './parameters.ts'
import { exactly, type Range, without } from './range.ts'
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
}

/** The designs that fit a wish: what needs HTTP in ambient mode needs a waypoint, and in Cilium its Envoy. */
export const designsFor = (l7: boolean): readonly DesignId[] =>
  designIds.filter((id) => (l7 ? id !== 'istio-ambient-l4' && id !== 'cilium-l4' : !isL7Only(id)))

const isL7Only = (id: DesignId): boolean => id === 'istio-ambient-waypoint' || id === 'cilium-l7'

/** What each design that fits costs at a size, in the order of the meshes' names. */
export function estimateAll(knowledge: EstimatorKnowledge, size: ClusterSize): Estimate[] {
  const parameters = parametersOf(knowledge)
  const rates = ratesOf(knowledge)
  return designsFor(size.l7).flatMap((id) => {
    const design = knowledge.designs[id]
    return design ? [estimateDesign(id, design, size, parameters, rates)] : []
  })
}

function estimateDesign(
  id: DesignId,
  design: DesignFile,
  size: ClusterSize,
  parameters: Parameters,
  rates: Rates | undefined,
): Estimate {
  const terms = designTerms(id, size, parameters)
  const displaced = displacedByCilium(id, size, parameters)
  const dataPlane = lessened(sumOf(terms.memory.filter(isDataPlane)), displaced)
  const control = terms.memory.filter((term) => !isDataPlane(term))
  const memoryMiB = lessened(sumOf(terms.memory), displaced)
  const vcpu = sumOf(terms.cpu)
  const reservedMiB = sumOf(terms.reservedMemory) ?? exactly(0)
  const reservedVcpu = sumOf(terms.reservedCpu) ?? exactly(0)
  const { mesh, mode, name, placement, where, l7 } = design
  return {
    design: id,
    ...{ mesh, mode, name, placement, where, l7 },
    memoryMiB,
    dataPlanePerNodeMiB: share(dataPlane, size.nodes),
    dataPlanePerPodMiB: share(dataPlane, size.pods),
    controlPlaneMiB: control.length > 0 ? sumOf(control) : undefined,
    vcpu,
    addedLatencyMs: sumOf(terms.latency),
    usdPerMonth: memoryMiB && vcpu && rates && usdPerMonth({ memoryMiB, vcpu, reservedMiB, reservedVcpu }, rates),
    reserved: { vcpu: reservedVcpu.high, memoryMiB: reservedMiB.high },
    terms,
    unknown: [...unmeasured([...terms.memory, ...terms.cpu, ...terms.latency]), ...design.unknown],
    notes: notesOn(id, size, parameters, [...terms.memory, ...terms.cpu, ...terms.latency]),
  }
}

const isDataPlane = ({ place }: Term): boolean => place === 'data-plane'

const share = (range: Range | undefined, among: number): Range | undefined =>
  range && { low: range.low / among, high: range.high / among }

const lessened = (range: Range | undefined, by: Range | undefined): Range | undefined =>
  range && by ? without(range, by) : range

/** The AWS CNI and kube-proxy, where Cilium takes their place. */
function displacedByCilium(id: DesignId, { cilium, nodes }: ClusterSize, parameters: Parameters): Range | undefined {
  const displaced = parameters('node-mem-displaced')
  const isCilium = id === 'cilium-l4' || id === 'cilium-l7'
  return isCilium && cilium === 'replaces-cni' ? displaced && share(displaced, 1 / nodes) : undefined
}

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

function notesOn(id: DesignId, size: ClusterSize, parameters: Parameters, terms: readonly Term[]): string[] {
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
    ...choices(id, size, parameters),
  ]
}

const lower = (what: string): string =>
  /^[A-Z][a-z]+\b/.test(what) && what !== 'Envoy' ? what.charAt(0).toLowerCase() + what.slice(1) : what

/** What somebody would do otherwise by a choice of their own. */
function choices(id: DesignId, size: ClusterSize, parameters: Parameters): string[] {
  switch (id) {
    case 'istio-sidecar':
    case 'istio-ambient-l4':
      return []
    case 'istio-ambient-waypoint': {
      const waypoints = waypointsOf(size, parameters('cpu-waypoint')?.high ?? 1)
      return size.waypoints === undefined
        ? [`Assumes ${waypoints} waypoints: two for every 100 pods, or more by load.`]
        : []
    }
    case 'linkerd':
      return ['With the HA values each proxy reserves 0.1 vCPU and 20 MiB; by default none does.']
    case 'consul':
      return ['The chart advises to reserve 0.1 vCPU and 100 MiB for each sidecar in production; by default none does.']
    case 'cilium-l4':
    case 'cilium-l7':
      return [ciliumChoice(size)]
  }
}

function ciliumChoice({ cilium }: ClusterSize): string {
  switch (cilium) {
    case 'added':
      return 'Counts the whole agent. Where Cilium is the CNI already, only its Envoy is a cost of the mesh.'
    case 'already-cni':
      return 'Cilium is the CNI already, so its agent is not counted.'
    case 'replaces-cni':
      return 'Less what the AWS CNI and kube-proxy took, which Cilium replaces.'
  }
}
