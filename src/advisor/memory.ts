import { allDesigns } from '../estimator/choose-design.ts'
import { completeSize, most, type StatedSize } from '../estimator/cluster-size.ts'
import { memoryEstimator } from '../estimator/memory.ts'
import { middle } from '../estimator/range.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { needsInForce } from './needs.ts'
import type { Requirements } from './requirements.ts'
import type { Rules } from './rules.ts'
import type { MemoryPerPod, MeshInMode } from './scales.ts'

const bytesPerMiB = 1_048_576
/** At least so many MB are taken for a design that adds nothing, so that a logarithm can be taken of it. */
const least = 0.1

/**
 * Builds what tells the memory of a mesh in MB a pod, in the cluster that is told of: the middle of what `mesh estimate`
 * gives for it, control plane included. Undefined where the mesh has no design, or the size can't be.
 */
export function memoryPerPod(
  { estimator }: Pick<Knowledge, 'estimator'>,
  rules: Rules,
): (judged: MeshInMode) => MemoryPerPod {
  const inCluster = lastKept((said: StatedSize) => {
    const sized = completeSize(said)
    const estimated = memoryEstimator(estimator)
    const amounts = new Map<DesignId, number | undefined>()
    return (design: DesignId) => {
      if (!sized.ok) return undefined
      if (!amounts.has(design)) {
        const range = estimated(design, sized.size)
        amounts.set(design, range && Math.max(least, (middle(range) * bytesPerMiB) / 1e6 / sized.size.pods))
      }
      return amounts.get(design)
    }
  })
  return ({ mesh, mode }) => {
    const ofMesh = allDesigns(estimator).filter((design) => design.mesh === mesh.id)
    const ofMode = ofMesh.filter(({ modes }) => mode && modes.includes(mode.id))
    const designs = ofMode.length > 0 ? ofMode : ofMesh
    return (requirements) => {
      const said = saidOf(rules, requirements)
      const design = designs.find(({ readsHttp }) => readsHttp === said.l7) ?? designs[0]
      return design && inCluster(said)(design.id)
    }
  }
}

/** Keeps what was worked out last: meshes are judged one after another for the same cluster. */
function lastKept<T>(make: (said: StatedSize) => T): (said: StatedSize) => T {
  let last: { readonly key: string; readonly made: T } | undefined
  return (said) => {
    const key = JSON.stringify(said)
    if (last?.key !== key) last = { key, made: make(said) }
    return last.made
  }
}

/** What is told of the cluster, as an estimate takes it. */
function saidOf(rules: Rules, requirements: Requirements): StatedSize & { readonly l7: boolean } {
  const { pods, nodes, cni, runs = [] } = requirements.circumstances
  return {
    ...(pods ? { pods: Math.min(pods, most.pods) } : {}),
    ...(nodes ? { nodes: Math.min(nodes, most.nodes) } : {}),
    l7: needsInForce(rules, requirements).some(({ id }) => rules.layer7.includes(id)),
    // The agents of a network plug-in run anyway.
    cilium: isCilium(cni) || runs.includes('cilium') ? 'already-cni' : cni === undefined ? 'added' : 'replaces-cni',
  }
}

const withCilium: ReadonlySet<string | undefined> = new Set(['cilium', 'gke-dataplane-v2', 'azure-cni-cilium'])
const isCilium = (cni: string | undefined): boolean => withCilium.has(cni)
