import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEstimateWords } from '../../src/commands/estimate-words.ts'
import { spell } from '../../src/commands/table.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { showMiB } from '../../src/wording.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const knowledge = ownKnowledge()
const meshwise = createMeshwise(knowledge)
const read = (words: string) => readEstimateWords(words, knowledge)
const problemOf = (words: string): string => {
  const result = read(words)
  return result.ok ? 'taken' : result.problem
}

describe('a word that says nothing is refused, and what may have been meant is offered', () => {
  test.each([
    ['istoi pods=500 nodes=20', 'istio'],
    ['isito pods=500 nodes=20', 'istio'],
    ['linkrd pods=500 nodes=20', 'linkerd'],
    ['cilum consul pods=500', 'cilium'],
    ['istio ambient-l5 pods=500', 'ambient-l4'],
    ['istio sidcar pods=500', 'sidecar'],
    ['pods=500 rsp=200', 'rps=200'],
    ['pods=500 nodse=20', 'nodes=20'],
    ['pods=500 watpoints=4 l7', 'waypoints=4'],
    ['pods=500 prices=azure-westeurop-arm', 'azure-westeurope-arm'],
  ])('%j: did you mean %s?', (words, meant) => {
    expect(problemOf(words)).toContain(`did you mean "${meant}"?`)
    const { command } = meshwise.parse(`estimate ${words}`)
    expect(command.kind === 'incomplete' && command.choices[0]?.command.kind).toBe('estimate')
    const mine = meshwise.parse(`diagram mine ${words}`).command
    expect(mine.kind).toBe('incomplete')
  })
  test.each(['banana pods=500', 'pods=500 500 nodes=20', 'pods=500 cilium=foo', 'pods=500 l7=maybe', 'kuma pods=5'])(
    '%j',
    (words) => {
      expect(problemOf(words)).toMatch(/I don't know what/)
    },
  )
})

test('a choice says what its command does: what can only be drawn is in neither', () => {
  const { command } = meshwise.parse('estimate istoi pods=400 vms=2')
  if (command.kind !== 'incomplete') throw new Error(command.kind)
  expect(command.problem).toMatch(/did you mean "istio"\? Virtual machines .* can be drawn/)
  const [choice] = command.choices
  expect(choice?.label).toBe('estimate istio pods=400')
  expect(choice && spell(choice.command)).toBe(choice?.label)
})

test('an estimate for one mesh says first what that mesh takes, however large or odd the cluster', () => {
  const size = fc.record({ pods: fc.integer({ min: 1, max: 200_000 }), nodes: fc.integer({ min: 1, max: 9_000 }) })
  fc.assert(
    fc.property(size, fc.constantFrom(...knowledge.meshes), ({ pods, nodes }, { id, name }) => {
      fc.pre(pods / nodes <= 1_000)
      const { answer } = meshwise.ask(`what does ${id} cost us for ${pods} pods on ${nodes} nodes in memory`)
      if (answer.kind !== 'estimate') throw new Error(answer.kind)
      const [sentence = ''] = answer.headline.split(/(?<=\.)\s/)
      expect(sentence.startsWith(`${name} `)).toBe(true)
      for (const { memoryMiB, mesh } of answer.estimates) {
        expect(mesh).toBe(id)
        expect(sentence).toContain(memoryMiB && showMiB(memoryMiB))
      }
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['pods=500 pods=600', /two things of pods/],
  ['pods=500 l4 l7', /two things of layer 7/],
  ['pods=500 calls=2 depth=9', /one after another/],
  ['pods=500 hops=3 calls=2', /hops alone, or calls and depth/],
  ['pods=500 l7 waypoints=0', /Layer 7 takes a waypoint/],
  ['pods=500 l4 waypoints=3', /for layer 7 alone/],
  ['istio ambient-l4 l7 pods=500', /has nothing of layer 7/],
  ['cilium-l7 l4 pods=500', /is there for layer 7/],
  ['ambient-l4 cilium-l7 pods=500', /one after the other/],
])('what contradicts itself is refused: %j', (words, problem) => {
  expect(problemOf(words)).toMatch(problem)
})

test('prices of a place that nobody gave are refused, with those that there are', () => {
  expect(problemOf('pods=500 prices=mars')).toMatch(
    /prices of "mars"\. I know those of aws-us-east-1-arm, .* and google/,
  )
})

test.each([
  ['istio ambient-l4', ['istio-ambient-l4']],
  ['istio ambient', ['istio-ambient-l4']],
  ['istio ambient l7', ['istio-ambient-waypoint']],
  ['istio waypoints=4', []],
  ['istio waypoint', ['istio-ambient-waypoint']],
  ['cilium l7', []],
  ['cilium-l7', ['cilium-l7']],
  ['cilium envoy', ['cilium-l7']],
  ['istio sidecar vs linkerd', ['istio-sidecar', 'linkerd']],
  ['linkerd native sidecar', ['linkerd']],
  ['Istio, Linkerd and Consul', []],
  ['all', []],
])('%s leads to %j', (words, designs) => {
  const result = read(`${words} pods=500 nodes=20`)
  expect(result.ok && result.designs).toEqual(designs)
})

test('what is offered beside a mode keeps to its layer', () => {
  for (const words of ['estimate cilium-l7 pods=500 nodes=20', 'diagram mine istio waypoint pods=500 nodes=20']) {
    const { answer } = meshwise.answer(meshwise.parse(words).command)
    for (const { label, command } of answer.suggestions) {
      const { command: again } = meshwise.parse(spell(command))
      const drawn = again.kind === 'diagram' && again.of.kind === 'own-cluster' ? again.of.size : undefined
      const size = again.kind === 'estimate' ? again.size : drawn
      expect(size?.size.l7, label).toBe(label !== 'Encryption only')
    }
  }
})

test.each(['l7', 'l4', ''])('the meshes that a drawing with %j may be of are those that fit', (layer) => {
  const { command } = meshwise.parse(`diagram mine pods=50 nodes=4 ${layer}`)
  const choices = command.kind === 'incomplete' ? command.choices : []
  expect(choices).toHaveLength(5)
  for (const choice of choices) expect(meshwise.parse(spell(choice.command)).command).toEqual(choice.command)
})

test('modes that a question names narrow its estimate', () => {
  const { answer } = meshwise.ask('how much memory does istio ambient take for 500 pods on 20 nodes?')
  expect(answer.kind === 'estimate' && answer.estimates.map(({ design }) => design)).toEqual(['istio-ambient-l4'])
})

test('the names that JSON gives to modes are understood where meshes are compared', () => {
  const { command } = meshwise.parse('compare istio ambient-l4 and cilium-l7 on memory-overhead')
  expect(command).toMatchObject({
    kind: 'compare',
    meshes: ['istio', 'cilium'],
    modes: expect.arrayContaining([
      { mesh: 'istio', mode: 'ambient' },
      { mesh: 'cilium', mode: 'envoy' },
    ]),
  })
})

test('the order of words changes nothing', () => {
  const parts = fc.constantFrom<string[]>(
    ['istio ambient', 'pods=500', 'nodes=20', 'l7'],
    ['cilium', 'linkerd', '300 pods', 'nodes 12', 'rps=2k'],
    ['istio-sidecar', 'consul', 'pods=40', 'calls=4', 'depth=2'],
    ['istoi', 'pods=500', 'nodes=20'],
    ['linkerd', 'pods=500', 'calls=2', 'depth=9'],
  )
  const shuffled = parts.chain((words) =>
    fc.record({ words: fc.constant(words), other: fc.shuffledSubarray(words, { minLength: words.length }) }),
  )
  fc.assert(
    fc.property(shuffled, ({ words, other }) => {
      const [one, two] = [words, other].map((list) => {
        const result = read(list.join(' '))
        return result.ok
          ? { size: result.size, meshes: [...result.meshes].sort(), designs: [...result.designs].sort() }
          : { problem: result.problem }
      })
      expect(two).toEqual(one)
    }),
  )
})
