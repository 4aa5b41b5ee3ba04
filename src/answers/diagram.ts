import { drawDiagrams, drawMine, estimateFor } from '../commands/make.ts'
import type { OwnCluster } from '../commands/own-cluster.ts'
import { clusterScene } from '../diagrams/cluster-scene.ts'
import { requestScene } from '../diagrams/request-scene.ts'
import { type Design, designsFor, findDesign } from '../estimator/choose-design.ts'
import { sayingLayer } from '../estimator/cluster-size.ts'
import { countsOf } from '../estimator/designs.ts'
import { parametersOf } from '../estimator/parameters.ts'
import { cellOf, type Diagram, findMesh, findTopic, type Knowledge } from '../knowledge/knowledge.ts'
import type { DiagramAnswer, Suggestion } from './answer.ts'
import type { Known } from './known.ts'

/** How a request gets through one mesh, or through two, side by side. */
export function answerDiagram(known: Known, diagrams: readonly Diagram[]): DiagramAnswer {
  const scenes = diagrams.map(requestScene)
  return {
    kind: 'diagram',
    understood: scenes.map(({ title }) => title).join(' · '),
    headline:
      scenes.length === 1 ? (scenes[0]?.gist ?? '') : scenes.map(({ title, gist }) => `${title}: ${gist}`).join(' '),
    scenes,
    sources: known.facts.cite(diagrams.flatMap(({ sources }) => sources)),
    suggestions: nextDiagrams(known.knowledge, diagrams),
  }
}

function nextDiagrams({ diagrams }: Knowledge, shown: readonly Diagram[]): Suggestion[] {
  const [first] = shown
  const rest = diagrams.filter((one) => !shown.includes(one))
  const sameMesh = rest.filter(({ mesh }) => mesh === first?.mesh)
  const otherMeshes = rest.filter(({ mesh }) => mesh !== first?.mesh)
  return [
    ...sameMesh.slice(0, 2).map(({ id, title }) => ({ label: title, command: drawDiagrams(id) })),
    ...(first && shown.length === 1
      ? otherMeshes
          .slice(0, 2)
          .map(({ id, title }) => ({ label: `Beside ${title}`, command: drawDiagrams(first.id, id) }))
      : shown.map(({ id, title }) => ({ label: title, command: drawDiagrams(id) }))),
  ]
}

/** What would run where in somebody's own cluster. Throws where the knowledge has no such design. */
export function answerOwnDiagram(known: Known, mine: OwnCluster): DiagramAnswer {
  const { vms, clusters, size: knownSize, mode, ...rest } = mine
  const { size } = knownSize
  const { estimator } = known.knowledge
  const design = findDesign(estimator, mine.design)
  if (!design)
    throw new Error(`no design ${mine.design}: a command was answered by other knowledge than it was read by`)
  const { id, mesh } = design
  const { name, drawing } = (mode === undefined ? undefined : design.drawnModes[mode]) ?? design
  const scene = clusterScene({
    ...{ design: mode === undefined ? id : `${id}-${mode}`, name, drawing, vms, clusters },
    counts: countsOf(design, size, parametersOf(estimator)),
    machines: machinesIn(known.knowledge, design),
  })
  return {
    kind: 'diagram',
    understood: scene.title,
    headline: scene.gist,
    scenes: [scene],
    sources: known.facts.cite([...drawing.sources, ...design.sources]),
    suggestions: [
      { label: 'What it costs', command: estimateFor(sayingLayer(knownSize), [mesh]) },
      ...designsFor(estimator, size.l7)
        .filter((other) => other.id !== id)
        .slice(0, 3)
        .map((other) => ({
          label: `With ${other.name}`,
          command: drawMine({ ...rest, vms, clusters, size: sayingLayer(knownSize), design: other.id }),
        })),
    ],
  }
}

/** What the knowledge says of machines outside Kubernetes in a mesh. */
function machinesIn(knowledge: Knowledge, design: Design): { join: boolean; says: string } {
  const mesh = findMesh(knowledge, design.mesh)
  const topic = findTopic(knowledge, 'non-kubernetes')
  const notKnown = { join: false, says: 'Whether virtual machines can join is not known.' }
  if (!mesh || !topic) return notKnown
  const cell = cellOf(mesh, topic)
  if (!cell) return notKnown
  const ofMode = Object.entries(cell.modes).find(([id]) => design.modes.includes(id))?.[1]
  const support = ofMode?.support ?? cell.support
  return { join: support === 'yes' || support === 'partial', says: ofMode?.statement ?? cell.statement }
}
