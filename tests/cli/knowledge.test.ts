import { expect, test } from 'vitest'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { inTerminal } from '../helpers/terminal.ts'

test('check says how much was checked', async () => {
  const { code, out } = await inTerminal(['knowledge', 'check'])
  expect(code).toBe(0)
  expect(out).toContain('3 meshes × 5 topics from 4 sources: all well.')
})

test('check --json prints the problems as data too, and still fails', async () => {
  const problems = [{ file: 'topics.yaml', line: 3, field: 'topics.retries', message: 'unknown group' }]
  const { code, out, err } = await inTerminal(['knowledge', 'check', '--json'], {
    load: () => ({ ok: false, problems }),
  })
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({ ok: false, problems })
  expect(err).toBe('topics.yaml:3  topics.retries  unknown group\n1 problem.\n')
})

test('stale lists what was checked long ago, the oldest first', async () => {
  const { out } = await inTerminal(['knowledge', 'stale', '--days', '21', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    days: 21,
    facts: [
      { mesh: 'cilium', topic: 'circuit-breaking', checked: '2026-05-01', days: 206 },
      { days: 53 },
      { days: 53 },
      { days: 53 },
      { days: 53 },
      { days: 53 },
      { days: 53 },
      { days: 22 },
      { mesh: 'istio', topic: 'memory-overhead', checked: '2026-11-02', days: 21 },
    ],
  })
})

test('stale says so when nothing is', async () => {
  const { out } = await inTerminal(['knowledge', 'stale', '--days', '207'])
  expect(out).toContain('Every fact was checked in the last 207 days.')
})

test.each(['x', '-1', '1.5'])('stale refuses --days=%s', async (days) => {
  const { code, err } = await inTerminal(['knowledge', 'stale', `--days=${days}`])
  expect(code).toBe(2)
  expect(err).toContain('whole number of days')
})

test('stats counts support levels, doubts and sources', async () => {
  const { out } = await inTerminal(['knowledge', 'stats', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    topics: 5,
    terms: 1,
    neighbours: 0,
    figures: 2,
    sources: 4,
    meshes: [
      { mesh: 'cilium', facts: 5, support: { no: 1 }, sources: 1, vendorSources: 1, guides: 0, oldest: '2026-05-01' },
      { mesh: 'istio', support: { yes: 1 }, disagreements: 1, correctsArticle: 1, sources: 2, vendorSources: 1 },
      { mesh: 'linkerd', support: { partial: 1 }, unverified: 1 },
    ],
  })
})

test.each(['check', 'stale', 'stats'])('%s --blocks prints a message that Slack takes', async (name) => {
  const { out } = await inTerminal(['knowledge', name, '--blocks'])
  expect(validateMessage(JSON.parse(out))).toEqual([])
})
