import { describe, expect, it } from 'vitest'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const reader = createReader(ownKnowledge(), ownWords())

describe('the sizes that a question states', () => {
  const cases: [text: string, sizes: object][] = [
    ['how much RAM for 500 pods on 20 nodes', { pods: 500, nodes: 20 }],
    ['6k pods', { pods: 6000 }],
    ['consul sidecars x 640', { pods: 640 }],
    ['pods=300 nodes=12 rps=2000 hops=4', { pods: 300, nodes: 12, rps: 2000, hops: 4 }],
    ['three engineers and forty services', { people: 3, services: 40 }],
    ['p99 of 4 hops', { hops: 4 }],
    ['istio 1.24', {}],
    ['no numbers here', {}],
    ['istio for 900 containers on 20 nodes', { pods: 900, nodes: 20 }],
    ['20 workloads', { pods: 20 }],
    ['we are 3 developers', { people: 3 }],
    ['a team of five SREs', { people: 5 }],
    ['a team of about five', { people: 5 }],
    ['two platform engineers', { people: 2 }],
    ['3 teams', {}],
    ['VirtualServices: 45 Services: 76 Pods: 214', { services: 76, pods: 214 }],
    ['our numbers: 500 pods, 20 nodes', { pods: 500, nodes: 20 }],
    ['500 pods: 20 nodes', { pods: 500, nodes: 20 }],
    ['pods: 500, nodes: 20', { pods: 500, nodes: 20 }],
    ['- 500 pods\n- 20 nodes', { pods: 500, nodes: 20 }],
    ['from 500 to 2000 pods', { pods: 2000 }],
    ['which one pods run in', {}],
    ['istio 1.20 pods', {}],
    ['kubernetes 1.30 nodes', {}],
    ['istio 22.000 pods', { pods: 22_000 }],
    ['1.500 pods', { pods: 1500 }],
    ['-5 pods', { pods: -5 }],
    ['minus 5 pods', { pods: -5 }],
  ]
  for (const [text, sizes] of cases) {
    it(text, () => expect(reader.read(text).sizes).toEqual(sizes))
  }

  it('and what is counted in a list of numbers means no mesh', () => {
    expect(reader.read('istio-proxy: 45 Services: 76 Pods: 214').mentions.filter(({ by }) => by === 'part')).toEqual([])
    expect(reader.read('VirtualServices: 45 Services: 76 Pods: 214').mentions).toEqual([])
    expect(reader.read('what do 3 waypoints cost').mentions).toMatchObject([{ mesh: 'istio' }])
  })
})
