import { expect, test } from 'vitest'
import { completeSize } from '../../src/estimator/cluster-size.ts'
import { estimateAll } from '../../src/estimator/estimate.ts'
import { disagreementOn } from '../../src/estimator/evidence.ts'
import { parametersOf } from '../../src/estimator/parameters.ts'
import { ownKnowledgeDirectory, readYamlFiles } from '../../src/knowledge/load.ts'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { lateEnough, ownKnowledge } from '../helpers/own-knowledge.ts'

const sized = completeSize({ pods: 100, nodes: 10, rps: 1_000, hops: 2 })
if (!sized.ok) throw new Error('the size is wrong')
const { size } = sized

const overlay = (text: string) =>
  parseKnowledge(readYamlFiles(ownKnowledgeDirectory), lateEnough, new Map([['ours.yaml', text]]))

const own = `author: Platform team
date: 2026-11-01
estimator:
  usdPerVcpuHour: 0.1
  usdPerGiBHour: 0
`.replace('usdPerGiBHour: 0\n', 'usdPerGiBHour: 0.01\n')

test('an organisation’s own price takes the place of list prices', () => {
  const loaded = overlay(own)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const linkerd = estimateAll(loaded.knowledge.estimator, size).find(({ design }) => design === 'linkerd')
  // 730 h × (2 passages × 2 thousand calls a second × 0.19 vCPU × 0.1 USD + (100 × 4.23 + 174.6) MiB / 1,024 × 0.01 USD)
  expect(linkerd?.usdPerMonth?.low).toBeCloseTo(730 * (0.76 * 0.1 + (597.6 / 1_024) * 0.01), 6)
})

test('prices of a place are those of its machines, and an organisation’s own come before them', () => {
  const { estimator } = ownKnowledge()
  const at = (prices: string) => estimateAll(estimator, { ...size, prices }).find(({ design }) => design === 'linkerd')
  // D4pls_v6 is 0.148 with 8 GiB, E4ps_v6 0.22 with 32: 0.003 USD for a GiB-hour and 0.031 for a vCPU-hour.
  const vcpuHours = [0.76, 1.72].map((vcpu) => vcpu * 0.031)
  const gibHours = [597.6, 6_685].map((mib) => (mib / 1_024) * 0.003)
  const arm = at('azure-westeurope-arm')
  expect(arm?.usdPerMonth?.low).toBeCloseTo(730 * ((vcpuHours[0] ?? 0) + (gibHours[0] ?? 0)), 6)
  expect(arm?.usdPerMonth?.high).toBeCloseTo(730 * ((vcpuHours[1] ?? 0) + (gibHours[1] ?? 0)), 6)
  expect(at('azure-westeurope-x86')?.usdPerMonth?.low).toBeGreaterThan(arm?.usdPerMonth?.low ?? Number.NaN)
  const loaded = overlay(own)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const [here, there] = [size, { ...size, prices: 'azure-westeurope-arm' }].map((one) =>
    estimateAll(loaded.knowledge.estimator, one).map(({ usdPerMonth }) => usdPerMonth),
  )
  expect(there).toEqual(here)
})

test('every place has two machines with the same vCPU, and a price for both parts that is one', () => {
  const { places, prices } = ownKnowledge().estimator
  expect(Object.keys(places).length).toBeGreaterThan(20)
  for (const [id, { lean, rich }] of Object.entries(places)) {
    const [less, more] = [prices[lean], prices[rich]]
    expect(less?.vcpu, id).toBe(more?.vcpu)
    expect(less?.region, id).toBe(more?.region)
    const gib = ((more?.usdPerHour ?? 0) - (less?.usdPerHour ?? 0)) / ((more?.memoryGiB ?? 0) - (less?.memoryGiB ?? 0))
    expect(gib, id).toBeGreaterThan(0.002)
    expect(gib, id).toBeLessThan(0.007)
  }
})

test('an organisation’s own measurement takes the place of ours, and is named', () => {
  const loaded = overlay(
    `${own}  parameters:\n    pod-mem-linkerd: { low: 9, high: 11, conditions: our staging cluster }\n`,
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const linkerd = estimateAll(loaded.knowledge.estimator, size).find(({ design }) => design === 'linkerd')
  expect(linkerd?.memoryMiB).toEqual({ low: 900 + 174.6 + 33, high: 1_100 + 348 + 137 })
  expect(linkerd?.notes).toContain('Memory of sidecars: measured by Platform team (our staging cluster).')
})

test.each([
  ['  parameters:\n    pod-mem-nothing: { low: 1, high: 2, conditions: ours }\n', /no parameter.*pod-mem-nothing/],
  ['  parameters:\n    pod-mem-linkerd: { low: 3, high: 2, conditions: ours }\n', /must not be below low/],
  ['  node: { vcpu: 0, memoryGiB: 16 }\n', /vcpu/],
])('an overlay with something wrong is refused', (text, problem) => {
  const loaded = overlay(own + text)
  expect(loaded.ok ? '' : JSON.stringify(loaded.problems)).toMatch(problem)
})

test('what nobody measured is unknown: it is named, and no total is widened by it', () => {
  const { estimator } = ownKnowledge()
  const {
    'lat-linkerd': _latency,
    'cp-mem-linkerd': _control,
    'cp-mem-linkerd-slope': _growth,
    ...parameters
  } = estimator.parameters
  const [before, after] = [estimator, { ...estimator, parameters }].map((knowledge) =>
    estimateAll(knowledge, size).find(({ design }) => design === 'linkerd'),
  )
  expect(after?.addedLatencyMs).toBeUndefined()
  expect(after?.controlPlaneMiB).toBeUndefined()
  expect(after?.memoryMiB).toEqual({ low: 390, high: 6_200 })
  expect(before?.memoryMiB).toEqual({ low: 390 + 174.6 + 33, high: 6_200 + 348 + 137 })
  expect(after?.unknown.filter((says) => says.includes('nobody published'))).toHaveLength(3)
})

test('vendors and others are told apart where they disagree, and only there', () => {
  const { estimator, figures } = ownKnowledge()
  const parameters = parametersOf(estimator)
  const on = (id: string) => {
    const parameter = parameters(id)
    return parameter && disagreementOn(parameter, figures)
  }
  const ztunnel = on('cpu-ztunnel')
  expect(ztunnel?.vendor.range).toEqual({ low: 0.06, high: 0.36 })
  expect(ztunnel?.independent.range).toEqual({ low: 0.39, high: 0.39 })
  expect(on('waypoint-mem')).toBeUndefined()
  expect(on('lat-linkerd')).toBeUndefined()
})

test('each derived price is what its two machines amount to', () => {
  const { prices } = ownKnowledge().estimator
  const derived = Object.values(prices).filter(({ from }) => from)
  expect(derived).toHaveLength(4)
  for (const { of, from = [], usdPerHour } of derived) {
    const [lean, rich] = from.map((id) => prices[id])
    const perGiB =
      ((rich?.usdPerHour ?? 0) - (lean?.usdPerHour ?? 0)) / ((rich?.memoryGiB ?? 0) - (lean?.memoryGiB ?? 0))
    const perVcpu = ((lean?.usdPerHour ?? 0) - (lean?.memoryGiB ?? 0) * perGiB) / (lean?.vcpu ?? 1)
    expect(Math.abs(usdPerHour - (of === 'GiB' ? perGiB : perVcpu))).toBeLessThan(0.00005)
  }
})

test('derived prices give the list price of another machine within four per cent', () => {
  const { prices } = ownKnowledge().estimator
  for (const [machine, chip] of [
    ['ec2-m7i-xlarge', 'x86'],
    ['ec2-m7g-xlarge', 'arm'],
  ] as const) {
    const { usdPerHour = 0, vcpu = 0, memoryGiB = 0 } = prices[machine] ?? {}
    const [perVcpu = 0, perGiB = 0] = ['vcpu', 'gib'].map((what) => prices[`derived-${chip}-${what}-hour`]?.usdPerHour)
    expect(Math.abs((vcpu * perVcpu + memoryGiB * perGiB) / usdPerHour - 1)).toBeLessThan(0.04)
  }
})
