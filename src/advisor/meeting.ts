import { assertNever } from '../assert-never.ts'
import type { Fact } from '../facts/fact.ts'
import type { Constraint } from './constraint.ts'
import type { Rules } from './rules.ts'
import { type MeshInMode, scoreOfSupport } from './scales.ts'

/** How far a candidate meets a constraint. */
export interface Meeting {
  readonly fails: boolean
  /** 0 to 1; undefined where it is unknown. */
  readonly score: number | undefined
  readonly fact: Fact
  /** Why it is not simply met, where it isn't. */
  readonly but?: string
}

/** How a mesh meets a constraint by its fact: only what is known to be missing fails, not what is partial or sold. */
export function meetingOf(constraint: Constraint, fact: Fact, judged: MeshInMode, rules: Rules): Meeting {
  const { licence } = judged.mesh
  switch (constraint.test) {
    case 'licence':
      return licence.openSource
        ? { fails: false, score: 1, fact }
        : { fails: true, score: 0, fact, but: `Its licence is ${licence.name}.` }
    case 'sidecarless':
      return isSidecarless(judged)
        ? { fails: false, score: 1, fact }
        : {
            fails: true,
            score: 0,
            fact,
            but: whySidecars(judged, fact),
          }
    case 'support': {
      const score = scoreOfSupport(fact, judged, rules, constraint)
      const ready = fact.support === 'yes' && (fact.maturity ?? 'stable') === 'stable'
      const but = fact.reason ?? (ready ? undefined : fact.statement)
      return { fails: fact.support === 'no', score, fact, ...(but ? { but } : {}) }
    }
    default:
      return assertNever(constraint.test)
  }
}

/** Of a mesh that can do without them in another mode, it is this mode that can't. */
function whySidecars({ mesh, mode }: MeshInMode, fact: Fact): string {
  if (mode && mesh.traits.includes('sidecarless')) return `${mode.name} puts a proxy into each pod.`
  return fact.missing ? 'It is not known to do without sidecars.' : (fact.brief ?? fact.statement)
}

/** A mesh that can do without sidecars, unless it is the mode with sidecars that is judged. */
const isSidecarless = ({ mesh, mode }: MeshInMode): boolean =>
  mesh.traits.includes('sidecarless') && mode?.id !== 'sidecar'
