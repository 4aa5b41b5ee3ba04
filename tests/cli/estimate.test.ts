import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createMeshwise } from '../../src/meshwise.ts'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { inTerminal } from '../helpers/terminal.ts'

const knowledge = ownKnowledge()
const world = { load: () => ({ ok: true, knowledge }) as const, createMeshwise }
const mesh = (...argv: string[]) => inTerminal(argv, world)
const directory = mkdtempSync(join(tmpdir(), 'meshwise-'))
afterAll(() => rmSync(directory, { recursive: true }))

const example = ['--pods', '500', '--nodes', '20', '--rps', '1000', '--calls', '5', '--depth', '3', '--l7']

test('--json prints the interface that others build on, its keys in order', async () => {
  const { code, out, err } = await mesh('estimate', ...example, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const data = JSON.parse(out)
  expect(Object.keys(data).slice(0, 3)).toEqual(['inputs', 'estimates', 'breakEven'])
  expect(data.inputs).toMatchObject({ pods: 500, nodes: 20, rps: 1000, calls: 5, depth: 3, l7: true })
  expect(Object.keys(data.estimates[0]).slice(0, 8)).toEqual([
    'mesh',
    'mode',
    'memoryMiB',
    'vcpu',
    'addedLatencyMs',
    'usdPerMonth',
    'notes',
    'sources',
  ])
  expect(data.estimates.map((one: { mesh: string; mode: string }) => `${one.mesh} ${one.mode}`).sort()).toEqual([
    'cilium l7',
    'consul sidecar',
    'istio ambient-waypoint',
    'istio sidecar',
    'linkerd sidecar',
  ])
  expect(data.estimates.find((one: { mesh: string }) => one.mesh === 'linkerd')).toMatchObject({
    memoryMiB: { low: 2289.6, high: 32_033 },
    vcpu: { low: 1.9, high: 4.3 },
    addedLatencyMs: { low: 0.39, high: 10.68 },
    sources: expect.arrayContaining([{ title: expect.any(String), url: expect.stringMatching(/^https:/) }]),
  })
  expect(data.breakEven).toContainEqual(
    expect.objectContaining({
      perPod: 'linkerd',
      perNode: 'istio-ambient-l4',
      podsPerNode: { low: expect.any(Number), high: expect.any(Number) },
    }),
  )
})

test('--hops sets calls and depth', async () => {
  const { out } = await mesh('estimate', '--pods', '100', '--nodes', '10', '--hops', '4', '--json')
  expect(JSON.parse(out).inputs).toMatchObject({
    calls: 4,
    depth: 4,
    assumptions: expect.arrayContaining(['1,000 requests a second']),
  })
})

test('meshes can be named, and sizes be written as in Slack', async () => {
  const { out } = await mesh('estimate', 'linkerd', 'pods=100', 'nodes=5', '--json')
  expect(JSON.parse(out).estimates.map((one: { mesh: string }) => one.mesh)).toEqual(['linkerd'])
})

test.each([
  [['--pods', '-5', '--nodes', '20'], 'Pods must be a whole number from 1 to 1,000,000.'],
  [['--pods', '500', '--nodes', '0'], 'Nodes must be a whole number from 1 to 65,000.'],
  [['--pods', '1000000', '--nodes', '1'], 'more than 1,000 pods a node'],
  [['--pods', 'many', '--nodes', '3'], 'Pods must be a whole number'],
  [['--pods', '', '--nodes', '3'], 'Pods must be a whole number'],
  [['--pods', '5', '--nodes', '3', '--rps', '-1'], 'Requests a second must be a number from 0'],
  [['--l7'], 'needs --pods, --nodes or both'],
  [['--nodes', '5', '--pods', '5', '--hops', '1', '--calls', '2'], '--hops sets calls and depth'],
  [['--pods', '5', '--nodes', '2', 'banana'], 'banana'],
  [['istoi', '--pods', '500', '--nodes', '20'], 'did you mean "istio"?'],
  [['--pods', '500', '--nodes', '20', '--calls', '2', '--depth', '9'], 'No more calls can come one after another'],
  [['--pods', '500', '--nodes', '20', '--l7', '--waypoints', '0'], 'Layer 7 takes a waypoint'],
  [['istio', 'ambient-l4', '--pods', '500', '--nodes', '20', '--l7'], 'nothing of layer 7'],
])('%j is a usage error that says what is allowed', async (argv, says) => {
  const { code, out, err } = await mesh('estimate', ...argv)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(says)
})

test('modes can be named, as the JSON names them', async () => {
  const { out } = await mesh('estimate', 'istio', 'ambient-l4', 'cilium', '--pods', '100', '--nodes', '5', '--json')
  expect(JSON.parse(out).estimates.map((one: { design: string }) => one.design)).toEqual([
    'istio-ambient-l4',
    'cilium-l4',
  ])
})

test.each([30, 50, 80, 200])('at %d columns the bars fit the width', async (columns) => {
  const { out } = await inTerminal(['estimate', ...example], { ...world, columns })
  const bars = out.split('\n').filter((line) => /[█░]/.test(line))
  if (columns >= 50) expect(bars).toHaveLength(5)
  expect(out).toContain('19–98')
  for (const line of bars) expect(line.length).toBeLessThanOrEqual(Math.min(columns, 110))
})

test('--blocks prints a message that Slack takes', async () => {
  const { out } = await mesh('estimate', ...example, '--blocks')
  expect(validateMessage(JSON.parse(out))).toEqual([])
})

test.each([
  ['png', ['istio', 'ambient'], '\u0089PNG'],
  ['svg', ['linkerd', 'consul'], '<svg'],
  ['mmd', ['cilium', 'envoy'], 'flowchart TB'],
  ['svg', ['mine', 'linkerd', 'pods=50', 'nodes=4'], '50 sidecars'],
])('a diagram is written as %s', async (ending, words, holds) => {
  const file = join(directory, `picture.${ending}`)
  const { code, err } = await mesh('diagram', ...words, '--out', file)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(readFileSync(file, 'latin1')).toContain(holds)
})

test('without a file the diagram is told in words', async () => {
  const { code, out } = await mesh('diagram', 'istio', 'ambient')
  expect(code).toBe(0)
  expect(out).toContain('1. The client')
})

test.each([
  [['nothing'], 'no diagram of "nothing"'],
  [['istio', '--out', 'picture.gif'], '.png, .svg or .mmd'],
  [['istio', 'linkerd', 'cilium'], 'At most two'],
  [['mine', 'pods=5', 'nodes=1'], 'with which mesh'],
  [['mine', 'istio', 'pods=0'], 'Pods must be'],
])('diagram %j is a usage error', async (argv, says) => {
  const { code, err } = await mesh('diagram', ...argv)
  expect(code).toBe(2)
  expect(err).toContain(says)
})
