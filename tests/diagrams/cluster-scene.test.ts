import { expect, test } from 'vitest'
import { answerOwnDiagram } from '../../src/answers/diagram.ts'
import { knownOf } from '../../src/answers/known.ts'
import { spell } from '../../src/commands/table.ts'
import { draw } from '../../src/diagrams/draw.ts'
import { completeSize, type KnownSize, type StatedSize } from '../../src/estimator/cluster-size.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { runCommand } from '../helpers/run-command.ts'

const knowledge = ownKnowledge()
const meshwise = createMeshwise(knowledge)
const designIds = Object.keys(knowledge.estimator.designs)
const known = (stated: StatedSize): KnownSize => {
  const sized = completeSize({ pods: 500, nodes: 20, ...stated })
  if (!sized.ok) throw new Error('the size is wrong')
  return sized
}
const sized = known({})

const drawing = (design: string, vms = 0, clusters = 1, of: KnownSize = sized) => {
  const answer = answerOwnDiagram(knownOf(knowledge), { kind: 'own-cluster', design, size: of, vms, clusters })
  const [scene] = answer.scenes
  if (!scene) throw new Error(`no drawing of ${design}`)
  return scene
}

test.each(designIds)('a cluster with %s can be drawn, machines and all', async (design) => {
  const svg = await draw([drawing(design, 3, 2)], 'light')
  expect(svg).toContain('500 pods')
  expect(svg).toContain('3 machines')
  await expect(svg).toMatchFileSnapshot(`golden/mine-${design}.svg`)
})

test.each(
  Object.entries(knowledge.estimator.designs).flatMap(([design, { drawnModes }]) =>
    Object.keys(drawnModes).map((mode) => [design, mode] as const),
  ),
)('a mode of %s that is drawn otherwise: %s', async (design, mode) => {
  const { answer } = runCommand(meshwise, `diagram mine ${design} ${mode} pods=500 nodes=20 vms=3 clusters=2`)
  const { command } = answer
  if (answer.kind !== 'diagram') throw new Error(answer.kind)
  expect(command.kind === 'diagram' && command.of).toMatchObject({ design, mode })
  expect(meshwise.parse(spell(command)).command).toEqual(command)
  await expect(await draw(answer.scenes, 'light')).toMatchFileSnapshot(`golden/mine-${design}-${mode}.svg`)
})

test.each([
  ['cilium ztunnel', 'Cilium + ztunnel'],
  ['cilium native mtls', 'Cilium + ztunnel'],
  ['ztunnel cilium pods=40', 'Cilium + ztunnel'],
  ['cilium', 'Cilium eBPF'],
  ['istio ambient', 'Istio ambient'],
])('diagram mine %s draws %s', (words, name) => {
  expect(runCommand(meshwise, `diagram mine ${words}`).answer.understood).toContain(name)
})

test('it says how many proxies there would be', () => {
  expect(drawing('linkerd').story.join(' ')).toContain('each of the 500 pods')
  expect(drawing('istio-ambient-l4').story.join(' ')).toContain('each of the 20 nodes')
  expect(drawing('istio-ambient-waypoint').story.join(' ')).toContain('10 waypoints')
})

test('machines stand there only if there are any, and join only where the knowledge says that they can', () => {
  const partsOf = (design: string, vms: number) => JSON.stringify(drawing(design, vms).boxes)
  expect(partsOf('linkerd', 0)).not.toContain('machine')
  expect(partsOf('linkerd', 2)).toContain('2, one per machine')
  const { support } = knowledge.meshes.find(({ id }) => id === 'cilium')?.facts['non-kubernetes'] ?? {}
  expect(partsOf('cilium-l4', 2).includes('one per machine')).toBe(support === 'yes' || support === 'partial')
})

test.each(designIds)('one of each is spoken of as one: %s', (design) => {
  const of = known({ pods: 1, nodes: 1, waypoints: 1, consulServers: 1 })
  const scene = drawing(design, 1, 1, of)
  expect(JSON.stringify(scene)).not.toMatch(
    /\b1 (pods|nodes|sidecars|kernels|waypoints|Envoys|servers|machines|clusters)\b|Waypoints|Consul servers|"Virtual machines|each of the 1\b|"1, |[|#]/,
  )
})

test('the words for one are those for one', () => {
  const of = known({ pods: 1, nodes: 1, waypoints: 1, consulServers: 1 })
  const says = (design: string) => drawing(design, 0, 1, of).story.join(' ')
  expect(says('istio-ambient-waypoint')).toBe(
    'A ztunnel stands on the one node, and no proxy in the pods; it opens its sockets inside them. 1 waypoint, which is an Envoy, reads HTTP for the whole cluster. istiod serves them all.',
  )
  expect(says('consul')).toContain('1 Consul server serves it.')
  expect(JSON.stringify(drawing('cilium-l4', 0, 1, of).boxes)).toContain('"1 kernel"')
  expect(JSON.stringify(drawing('istio-sidecar', 0, 1, of).boxes)).toContain('"1 sidecar"')
})

test('without waypoints there is neither their box, nor an arrow to it, nor a sentence', () => {
  const scene = drawing('istio-ambient-waypoint', 0, 1, known({ waypoints: 0 }))
  expect(JSON.stringify(scene)).not.toMatch(/"waypoint"|Envoy/)
  expect(scene.arrows).toHaveLength(3)
})

test.each(designIds)(
  'what leaves the pod or the node is shown where %s runs, and in plain text nothing of it',
  (design) => {
    const { arrows, boxes } = drawing(design)
    const [node] = boxes
    const inNode = JSON.stringify(node)
    const leaving = arrows.filter(
      ({ from, to }) => inNode.includes(`"id":"${from}"`) && !inNode.includes(`"id":"${to}"`),
    )
    expect(leaving.length).toBeGreaterThan(0)
    for (const { carries } of leaving) expect(['encrypted', 'encryptable']).toContain(carries)
  },
)

test('a single pod calls nobody', () => {
  for (const design of designIds) {
    expect(JSON.stringify(drawing(design, 0, 1, known({ pods: 1, nodes: 1 })))).not.toContain('"peer"')
  }
})

test('where layer 7 is wanted, the drawings offered beside one do layer 7', () => {
  const labels = (l7: boolean) =>
    runCommand(meshwise, `diagram mine linkerd pods=500 nodes=20 ${l7 ? 'l7' : 'l4'}`).answer.suggestions.map(
      ({ label }) => label,
    )
  expect(labels(false)).toEqual(['What it costs', 'With Istio sidecar', 'With Istio ambient', 'With Consul'])
  expect(labels(true)).toEqual(['What it costs', 'With Istio sidecar', 'With Istio ambient + waypoint', 'With Consul'])
})

test.each([
  ['istio', 'istio-sidecar'],
  ['istio l7', 'istio-sidecar'],
  ['istio ambient', 'istio-ambient-l4'],
  ['istio ambient l7', 'istio-ambient-waypoint'],
  ['istio ambient waypoint', 'istio-ambient-waypoint'],
  ['istio-ambient', 'istio-ambient-l4'],
  ['linkerd sidecar', 'linkerd'],
  ['cilium', 'cilium-l4'],
  ['cilium ztunnel', 'cilium-l4-ztunnel'],
  ['cilium l7', 'cilium-l7'],
  ['cilium envoy', 'cilium-l7'],
  ['cilium l4', 'cilium-l4'],
  ['ambient-l4 istio', 'istio-ambient-l4'],
])('diagram mine %s draws %s', (words, design) => {
  const { answer } = runCommand(meshwise, `diagram mine ${words} pods=500 nodes=20`)
  expect(answer.kind === 'diagram' && answer.scenes[0]?.id).toBe(`mine-${design}`)
})

test('a design that there is not is not drawn', () => {
  for (const design of ['nothing', 'constructor', '__proto__', 'istoi', 'istio linkerd', 'cilium-l4 l7']) {
    expect(runCommand(meshwise, `diagram mine ${design} pods=500 nodes=20`).answer.kind).toBe('clarify')
  }
})
