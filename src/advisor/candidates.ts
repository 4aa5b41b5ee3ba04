import type { Fact, Named } from '../facts/fact.ts'
import type { Mesh, Topic } from '../knowledge/knowledge.ts'
import type { Basis } from './basis.ts'
import { needsInForce } from './needs.ts'
import type { Requirements } from './requirements.ts'

/** What can be recommended: a mesh, in one of its modes where these differ. */
export interface Candidate {
  /** Unlike that of any other: "istio/ambient". */
  readonly key: string
  readonly mesh: Mesh
  /** The mode that is judged, where the mesh has a choice that matters. */
  readonly mode?: Named
  /** The fact on a topic, in the mode that is judged. */
  fact(topic: Topic): Fact
}

/** A name to show: "Istio, ambient mode". */
export const nameOf = ({ mesh, mode }: Pick<Candidate, 'mesh' | 'mode'>): string =>
  mode ? `${mesh.name}, ${mode.name.charAt(0).toLowerCase()}${mode.name.slice(1)}` : mesh.name

/** Everything that stands to choice under some requirements, in the order of the meshes. */
export function candidatesFor(basis: Basis, requirements: Requirements): readonly Candidate[] {
  const open = requirements.candidates
  return basis.knowledge.meshes
    .filter(({ id }) => open.length === 0 || open.includes(id))
    .flatMap((mesh) => modesOf(mesh, basis, requirements).map((mode) => candidate(basis, mesh, mode)))
}

interface JudgedMode {
  readonly id: string | undefined
  /** Whether the mode is part of what is recommended, and not just how the mesh comes. */
  readonly shown: boolean
  /** Whether the mode says what the mesh can do, or only what its traffic goes through. */
  readonly limits: boolean
}

function modesOf(mesh: Mesh, basis: Basis, requirements: Requirements): readonly JudgedMode[] {
  const { compete = [], calledFor = [] } = basis.rules.modes[mesh.id] ?? {}
  if (compete.length > 0) return compete.map((id) => ({ id, shown: true, limits: true }))
  const usual = Object.entries(mesh.modes).find(([, mode]) => mode.default)?.[0]
  const asked = needsInForce(basis, requirements).map(({ id }) => id)
  const called = calledFor.find(({ by }) => by.some((id) => asked.includes(id)))?.mode
  return [{ id: called ?? usual, shown: calledFor.length > 0, limits: false }]
}

function candidate(basis: Basis, mesh: Mesh, { id, shown, limits }: JudgedMode): Candidate {
  const mode = id === undefined ? undefined : { id, name: mesh.modes[id]?.name ?? id }
  return {
    key: shown && id ? `${mesh.id}/${id}` : mesh.id,
    mesh,
    ...(shown && mode ? { mode } : {}),
    fact: (topic) => inMode(basis.fact(mesh, topic), topic, id, limits),
  }
}

/**
 * A fact as it is in one mode. Where modes are layers of one product, as in Cilium, each request takes the layer that it
 * needs: what the product can do is then that of all layers, and only costs depend on the mode.
 */
function inMode(fact: Fact, topic: Topic, modeId: string | undefined, limits: boolean): Fact {
  const { modes, ...base } = fact
  const inThis = modes.find(({ mode }) => mode?.id === modeId)
  if (!inThis || (topic.kind === 'supported' && !limits)) return { ...base, modes: [] }
  const { support, reason, maturity, edition, value, brief, unverified, ...rest } = inThis
  const judged = base.house?.support ? undefined : support
  return {
    ...base,
    ...rest,
    brief: brief ?? base.brief,
    value: value ?? base.value,
    unverified: unverified ?? base.unverified,
    support: judged ?? base.support,
    reason: judged ? reason : base.reason,
    maturity: judged ? maturity : (maturity ?? base.maturity),
    edition: edition ?? base.edition,
    modes: [],
  }
}
