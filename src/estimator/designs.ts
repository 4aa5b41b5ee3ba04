import type { Counts } from '../counted-text.ts'
import type { CountName, DesignFile, TermFile } from '../knowledge/design-schema.ts'
import { type ClusterSize, waypointsOf } from './cluster-size.ts'
import { appliesAt } from './condition.ts'
import type { Parameters } from './parameters.ts'
import { exactly, product, type Range } from './range.ts'
import { type Count, largerTerm, type Term, times } from './term.ts'

/** The terms of one design at one size: memory in MiB, CPU in vCPU, latency in ms, and what the chart reserves. */
export type DesignTerms = { readonly [Total in keyof DesignFile['terms']]: readonly Term[] }

/** The terms of a design, by the formulas in docs/estimator.md. */
export function designTerms(design: DesignFile, size: ClusterSize, parameters: Parameters): DesignTerms {
  const { waypoints } = countsOf(design, size, parameters)
  const at = (terms: readonly TermFile[]): Term[] =>
    terms.filter((term) => appliesAt(term, size)).map((term) => termOf(term, size, waypoints, parameters))
  const { memory, cpu, latency, reservedMemory, reservedCpu, displacedMemory } = design.terms
  return {
    memory: at(memory),
    cpu: at(cpu),
    latency: at(latency),
    reservedMemory: at(reservedMemory),
    reservedCpu: at(reservedCpu),
    displacedMemory: at(displacedMemory),
  }
}

/** What there is in a cluster with a design, to be put into its sentences. */
export function countsOf({ waypointLoad }: DesignFile, size: ClusterSize, parameters: Parameters): Counts {
  const load = waypointLoad === undefined ? undefined : parameters(waypointLoad)?.high
  const { pods, nodes, consulServers } = size
  return { pods, nodes, servers: consulServers, waypoints: waypointsOf(size, load ?? 1) }
}

function termOf(term: TermFile, size: ClusterSize, waypoints: number, parameters: Parameters): Term {
  const { what, plane, parameter, by, atLeast } = term
  const amount = times(parameters, what, `${plane}-plane`, parameter, by ? count(by, size, waypoints, term) : one)
  return atLeast === undefined ? amount : largerTerm(times(parameters, what, `${plane}-plane`, atLeast, one), amount)
}

const one: Count = { of: undefined, number: exactly(1) }

function count(by: CountName, size: ClusterSize, waypoints: number, term: TermFile): Count {
  const { pods, nodes, services = 0 } = size
  const { perCall = 1, beyond = 0, upTo = Number.POSITIVE_INFINITY } = term
  switch (by) {
    case 'pods':
      return { of: 'pods', number: exactly(pods) }
    case 'nodes':
      return { of: 'nodes', number: exactly(nodes) }
    case 'waypoints':
      return { of: 'waypoints', number: exactly(waypoints) }
    case 'servers':
      return { of: 'servers', number: exactly(size.consulServers) }
    case 'calls-in-a-row':
      return { of: 'calls in a row', number: exactly(size.depth) }
    case 'passages':
      return { of: 'thousand passages a second', number: exactly(perCall * ((size.rps * size.calls) / 1_000)) }
    case 'cluster-pods':
      return { of: 'nodes × pods', number: exactly(nodes * Math.min(pods, upTo)) }
    case 'pods-seen':
      return {
        of: `pods × pods beyond ${beyond}`,
        number: exactly(pods * Math.max(0, Math.min(pods, upTo) - beyond)),
      }
    case 'services-seen':
      return { of: 'pods × services', number: exactly(pods * Math.min(services, upTo)) }
    case 'gateways':
      return { of: 'gateways', number: exactly(size.gateways ?? 0) }
    case 'connections':
      return { of: 'pods × connections', number: exactly(pods * (size.connections ?? 0)) }
    case 'node-gib':
      return {
        of: 'GiB of the nodes',
        number: product(exactly(nodes), size.nodeGiB === undefined ? usualNodeGiB : exactly(size.nodeGiB)),
      }
    case 'connected-nodes':
      return { of: 'connected proxies', number: between(nodes, pods) }
    case 'connected-nodes-and-waypoints':
      return { of: 'connected proxies', number: between(nodes + waypoints, pods) }
  }
}

/** GiB of a node where none are stated: those of a general-purpose machine of 4 or 8 vCPU. */
const usualNodeGiB: Range = { low: 16, high: 32 }

const between = (a: number, b: number): Range => ({ low: Math.min(a, b), high: Math.max(a, b) })
