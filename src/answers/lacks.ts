import { compareMeshes, factOn, showMesh } from '../commands/make.ts'
import type { Fact } from '../facts/fact.ts'
import { gradeOf } from '../facts/levels.ts'
import { inMode } from '../facts/modes.ts'
import type { Mesh, Topic } from '../knowledge/knowledge.ts'
import { inSentence, listed } from '../wording.ts'
import type { LacksAnswer } from './answer.ts'
import type { Known } from './known.ts'

/** A mesh, or one of its modes. */
export interface Subject {
  readonly mesh: Mesh
  readonly mode: string | undefined
}

/** What a mesh can't do, or can do less well than another: the widest gaps first. */
export function answerLacks(
  { facts }: Known,
  subject: Subject,
  than: Subject | undefined,
  topics: readonly Topic[],
): LacksAnswer {
  const pointsOf = ({ mesh, mode }: Subject, topic: Topic) => {
    const fact = inMode(facts.of(mesh.id, topic.id), mode)
    return { fact, points: gradeOf(fact)?.points }
  }
  const gaps = topics
    .flatMap((topic) => {
      const own = pointsOf(subject, topic)
      const whole = than ? pointsOf(than, topic).points : full
      return own.points === undefined || whole === undefined ? [] : [{ fact: own.fact, gap: whole - own.points }]
    })
    .filter(({ gap }) => gap >= smallestGap)
    .sort((one, other) => other.gap - one.gap)
    .map(({ fact }) => fact)
  const lacking = than ? gaps : gaps.filter(({ support }) => support === 'no' || support === 'external')
  return {
    kind: 'lacks',
    understood: `What ${nameOf(subject)} lacks${than ? ` beside ${nameOf(than)}` : ''}`,
    headline: headline(subject, than, lacking),
    facts: lacking,
    inPart: than ? [] : gaps.filter(({ support }) => support === 'partial'),
    suggestions: [
      ...lacking.slice(0, 2).map(({ topic }) => ({ label: topic.name, command: factOn([subject.mesh.id], topic.id) })),
      than && than.mesh.id !== subject.mesh.id
        ? { label: 'Compare both', command: compareMeshes([subject.mesh.id, than.mesh.id]) }
        : { label: `All on ${subject.mesh.name}`, command: showMesh(subject.mesh.id) },
    ],
  }
}

/** The points of a plain yes. */
const full = 4
/** A yes that is only not stable yet is no gap. */
const smallestGap = 1
/** How many topics the first sentence names. */
const mostNamed = 6

export const nameOf = ({ mesh, mode }: Subject): string =>
  mode === undefined ? mesh.name : `${mesh.name} in ${inSentence(mesh.modes[mode]?.name ?? mode)}`

function headline(subject: Subject, than: Subject | undefined, lacking: readonly Fact[]): string {
  const names = lacking.map(({ topic }) => inSentence(topic.name))
  if (names.length === 0)
    return `I know of nothing that ${nameOf(subject)} lacks${than ? ` beside ${nameOf(than)}` : ''}.`
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : []
  const said = listed([...names.slice(0, mostNamed), ...more])
  return than
    ? `${nameOf(subject)} stands behind ${nameOf(than)} on ${said}.`
    : `By itself ${nameOf(subject)} has nothing for ${said}.`
}
