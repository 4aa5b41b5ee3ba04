import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { completeSize } from '../../src/estimator/cluster-size.ts'
import { type Estimate, estimateAll } from '../../src/estimator/estimate.ts'
import { type Range, total } from '../../src/estimator/range.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const ends = z.tuple([z.number(), z.number()])

/**
 * What somebody published, and the size that says the same conditions. `was` is the range before any of them was held
 * against the estimator; `aside` is why one doesn't count: an old version, a bug, a setting that nobody asks for, or no
 * measurement at all. The visible half was looked at while ranges were worked on, the kept one was not.
 */
const figureSchema = z.strictObject({
  n: z.int(),
  half: z.enum(['visible', 'kept']),
  design: z.string(),
  metric: z.enum([
    'memoryMiB',
    'dataPlanePerPodMiB',
    'dataPlanePerNodeMiB',
    'controlPlaneMiB',
    'vcpu',
    'addedLatencyMs',
    'usdPerMonth',
  ]),
  part: z.string().optional(),
  size: z.strictObject({
    pods: z.number(),
    nodes: z.number(),
    rps: z.number().exactOptional(),
    calls: z.number().exactOptional(),
    depth: z.number().exactOptional(),
    hops: z.number().exactOptional(),
    l7: z.boolean().exactOptional(),
    scoped: z.boolean().exactOptional(),
    waypoints: z.number().exactOptional(),
    cilium: z.enum(['added', 'already-cni', 'replaces-cni']).exactOptional(),
  }),
  published: ends,
  source: z.string(),
  date: z.string(),
  conditions: z.string(),
  aside: z.enum(['old', 'bug', 'config', 'claimed']).optional(),
  was: ends,
})
type Published = z.infer<typeof figureSchema>

const file = new URL('published-figures.jsonl', import.meta.url)
const figures = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => figureSchema.parse(JSON.parse(line)))

const { estimator } = ownKnowledge()

function rangeOf({ design, metric, part, size }: Published): Range {
  const sized = completeSize(size)
  const estimate = sized.ok ? estimateAll(estimator, sized.size).find((one) => one.design === design) : undefined
  const range = estimate && (part === undefined ? estimate[metric] : partOf(estimate, metric, part))
  if (!range) throw new Error(`there is no ${metric} of ${design}`)
  return range
}

function partOf({ terms }: Estimate, metric: Published['metric'], part: string): Range {
  const all = metric === 'vcpu' ? terms.cpu : terms.memory
  return total(all.filter(({ what }) => what.startsWith(part)).flatMap(({ amount }) => amount ?? []))
}

/** Figures are printed to three or four digits. */
const rounding = 0.0005

function isIn(figure: Published): boolean {
  const { low, high } = rangeOf(figure)
  const [from, to] = figure.published
  return from >= low * (1 - rounding) && to <= high * (1 + rounding)
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return middle.reduce((sum, one) => sum + one, 0) / middle.length
}

const counted = figures.filter(({ aside }) => aside === undefined)
const half = (name: Published['half']) => counted.filter((one) => one.half === name)

test('four of five of the visible figures lie in their ranges', () => {
  const visible = half('visible')
  const misses = visible.filter((figure) => !isIn(figure)).map(({ n }) => n)
  expect(visible.length).toBeGreaterThan(20)
  expect(misses.length / visible.length, `misses: ${misses}`).toBeLessThanOrEqual(0.2)
})

test.each(['visible', 'kept'] as const)('the ranges of the %s figures are not much wider for it', (name) => {
  const widths = half(name).map((figure) => {
    const { low, high } = rangeOf(figure)
    return { now: high / low, was: figure.was[1] / figure.was[0] }
  })
  const grown = median(widths.map(({ now }) => now)) / median(widths.map(({ was }) => was))
  expect(grown).toBeLessThanOrEqual(1.3)
})

test('no figure is set aside without a reason, and none is twice', () => {
  expect(new Set(figures.map(({ n }) => n)).size).toBe(figures.length)
  expect(figures.filter(({ aside }) => aside !== undefined).length).toBeLessThan(figures.length / 3)
})
