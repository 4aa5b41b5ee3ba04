import { expect, test } from 'vitest'
import { answerOwnDiagram } from '../../src/answers/diagram.ts'
import { draw } from '../../src/diagrams/draw.ts'
import { completeSize } from '../../src/estimator/cluster-size.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const designIds = Object.keys(knowledge.estimator.designs)
const sized = completeSize({ pods: 500, nodes: 20 })
if (!sized.ok) throw new Error('the size is wrong')
const { size } = sized

const drawing = (design: string, vms = 0, clusters = 1) => {
  const answer = answerOwnDiagram(knowledge, { design, size, vms, clusters })
  const [scene] = answer?.scenes ?? []
  if (!scene) throw new Error(`no drawing of ${design}`)
  return scene
}

test.each(designIds)('a cluster with %s can be drawn, machines and all', async (design) => {
  const svg = await draw([drawing(design, 3, 2)], 'light')
  expect(svg).toContain('500 pods')
  expect(svg).toContain('3 machines')
  await expect(svg).toMatchFileSnapshot(`golden/mine-${design}.svg`)
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
