import { sizeWords } from '../commands/size-words.ts'
import { clusterScene } from '../diagrams/cluster-scene.ts'
import { requestScene } from '../diagrams/request-scene.ts'
import { type Design, designsFor, findDesign } from '../estimator/choose-design.ts'
import type { ClusterSize } from '../estimator/cluster-size.ts'
import { countsOf } from '../estimator/designs.ts'
import { parametersOf } from '../estimator/parameters.ts'
import { cite } from '../facts/resolve.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import { cellOf, type Diagram, findMesh, findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import type { DiagramAnswer, Suggestion } from './answer.ts'
import { estimateCommand } from './estimate.ts'

/** How a request gets through one mesh, or through two, side by side. */
export function answerDiagram(knowledge: Knowledge, diagrams: readonly Diagram[]): DiagramAnswer {
  const scenes = diagrams.map(requestScene)
  return {
    kind: 'diagram',
    understood: scenes.map(({ title }) => title).join(' · '),
    headline:
      scenes.length === 1 ? (scenes[0]?.gist ?? '') : scenes.map(({ title, gist }) => `${title}: ${gist}`).join(' '),
    scenes,
    command: `diagram ${diagrams.map(({ id }) => id).join(' ')}`,
    sources: cite(
      knowledge,
      diagrams.flatMap(({ sources }) => sources),
    ),
    suggestions: nextDiagrams(knowledge, diagrams),
  }
}

function nextDiagrams({ diagrams }: Knowledge, shown: readonly Diagram[]): Suggestion[] {
  const [first] = shown
  const rest = diagrams.filter((one) => !shown.includes(one))
  const sameMesh = rest.filter(({ mesh }) => mesh === first?.mesh)
  const otherMeshes = rest.filter(({ mesh }) => mesh !== first?.mesh)
  return [
    ...sameMesh.slice(0, 2).map(({ id, title }) => ({ label: title, command: `diagram ${id}` })),
    ...(first && shown.length === 1
      ? otherMeshes
          .slice(0, 2)
          .map(({ id, title }) => ({ label: `Beside ${title}`, command: `diagram ${first.id} ${id}` }))
      : shown.map(({ id, title }) => ({ label: title, command: `diagram ${id}` }))),
  ]
}

/** What somebody says of their own cluster, to be drawn. */
export interface Mine {
  readonly design: DesignId
  readonly size: ClusterSize
  readonly vms: number
  readonly clusters: number
}

/** What would run where in somebody's own cluster. Undefined where the knowledge has no such design. */
export function answerOwnDiagram(knowledge: Knowledge, mine: Mine): DiagramAnswer | undefined {
  const { size, vms, clusters } = mine
  const { estimator } = knowledge
  const design = findDesign(estimator, mine.design)
  if (!design) return undefined
  const { id, name, mesh, drawing } = design
  const scene = clusterScene({
    ...{ design: id, name, drawing, vms, clusters },
    counts: countsOf(design, size, parametersOf(estimator)),
    machines: machinesIn(knowledge, design),
  })
  const extras = [...(vms > 0 ? [`vms=${vms}`] : []), ...(clusters > 1 ? [`clusters=${clusters}`] : [])]
  const drawn = (other: string) => ['diagram mine', other, sizeWords(size), ...extras].join(' ')
  return {
    kind: 'diagram',
    understood: scene.title,
    headline: scene.gist,
    scenes: [scene],
    command: drawn(id),
    sources: cite(knowledge, [...drawing.sources, ...design.sources]),
    suggestions: [
      { label: 'What it costs', command: estimateCommand(size, [mesh]) },
      ...designsFor(estimator, size.l7)
        .filter((other) => other.id !== id)
        .slice(0, 3)
        .map((other) => ({ label: `With ${other.name}`, command: drawn(other.id) })),
    ],
  }
}

/** What the knowledge says of machines outside Kubernetes in a mesh. */
function machinesIn(knowledge: Knowledge, design: Design): { join: boolean; says: string } {
  const mesh = findMesh(knowledge, design.mesh)
  const topic = findTopic(knowledge, 'non-kubernetes')
  if (!mesh || !topic) return { join: false, says: 'Whether virtual machines can join is not known.' }
  const cell = cellOf(mesh, topic)
  const ofMode = Object.entries(cell.modes).find(([id]) => design.modes.includes(id))?.[1]
  const support = ofMode?.support ?? cell.support
  return { join: support === 'yes' || support === 'partial', says: ofMode?.statement ?? cell.statement }
}
