import { assertNever } from '../assert-never.ts'
import type { Fact } from '../facts/fact.ts'
import { levelPoints } from '../facts/levels.ts'
import { holds } from './condition.ts'
import type { Constraint } from './constraint.ts'
import type { Requirements } from './requirements.ts'
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
  /** How it is met, where the fact tells it among other things. */
  readonly how?: string
}

/** How a mesh meets a constraint by its facts: only what is known to be missing fails, not what is partial or sold. */
export function meetingOf(
  constraint: Constraint,
  factOn: (topicId: string) => Fact,
  judged: MeshInMode,
  rules: Rules,
  requirements: Requirements,
): Meeting {
  const { licence } = judged.mesh
  const fact = factOn(constraint.topic.id)
  switch (constraint.test) {
    case 'stated': {
      const stated = constraint.stated.find(
        ({ mesh, mode, when }) =>
          mesh === judged.mesh.id &&
          (mode === undefined || mode === judged.mode?.id) &&
          (when === undefined || holds(when, requirements)),
      )
      if (!stated) return { fails: false, score: undefined, fact }
      const { support, because, topic } = stated
      return {
        fails: support === 'no',
        score: (levelPoints[support] / levelPoints.yes) * rules.scales.yes,
        fact: factOn(topic),
        ...(support === 'yes' ? { how: because } : { but: because }),
      }
    }
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
