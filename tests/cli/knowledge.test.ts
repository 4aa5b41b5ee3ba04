import { describe, expect, test } from 'vitest'
import { gradesOn, topicNamed } from '../../src/cli/grades.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { levelRules, whatLevelsGrade } from '../../src/knowledge/levels.ts'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { smallKnowledge } from '../helpers/knowledge.ts'
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

test('stats counts all cells, how many have several sources, and how old they are', async () => {
  const { out } = await inTerminal(['knowledge', 'stats', '--json'])
  expect(JSON.parse(out).all).toEqual({
    cells: 15,
    modeCells: 1,
    severalSources: 3,
    severalSourcesShare: 0.2,
    support: { yes: 1, partial: 1, external: 0, no: 1, 'not-applicable': 0, unknown: 0 },
    oldest: { checked: '2026-05-01', days: 206 },
    median: { checked: '2026-11-01', days: 22 },
  })
})

test('stale lists doubts, releases and what stands beside the facts, each after its own time', async () => {
  const signposts = {
    checks: [],
    troubleshooting: [],
    ask: [],
    howto: { installation: { title: 'How to', url: 'https://istio.example', checked: '2026-05-20' } },
    checked: '2026-11-20',
  }
  const knowledge: Knowledge = {
    ...smallKnowledge,
    meshes: smallKnowledge.meshes.map((mesh) => {
      const cell = mesh.facts['circuit-breaking']
      if (mesh.id === 'istio') return { ...mesh, release: { ...mesh.release, checked: '2026-10-25' } }
      if (mesh.id === 'cilium') return { ...mesh, release: { ...mesh.release, checked: '2026-10-24' } }
      return cell ? { ...mesh, facts: { ...mesh.facts, 'release-support': { ...cell, checked: '2026-08-25' } } } : mesh
    }),
    terms: smallKnowledge.terms.map((term) => ({ ...term, checked: '2026-05-27' })),
    signposts: new Map([['istio', signposts]]),
  }
  const { out } = await inTerminal(['knowledge', 'stale', '--json'], { load: () => ({ ok: true, knowledge }) })
  expect(JSON.parse(out)).toMatchObject({
    days: 180,
    unverifiedDays: 90,
    releaseDays: 30,
    unverified: [],
    releases: [
      { what: 'release/linkerd', version: '1.4.0', checked: '2026-08-25', days: 90 },
      { what: 'release/cilium', days: 30 },
    ],
    others: [
      { what: 'signposts/istio/installation', days: 187 },
      { what: 'terms/sidecar', days: 180 },
    ],
  })
})

test('stale lists a doubt that is ninety days old though its fact is not stale', async () => {
  const { out } = await inTerminal(['knowledge', 'stale', '--json'], { today: '2027-02-02' })
  expect(JSON.parse(out).unverified).toEqual([
    {
      mesh: 'linkerd',
      topic: 'circuit-breaking',
      checked: '2026-11-04',
      days: 90,
      unverified: 'Whether 2.20 changed the default.',
    },
  ])
  const dayBefore = await inTerminal(['knowledge', 'stale', '--json'], { today: '2027-02-01' })
  expect(JSON.parse(dayBefore.out).unverified).toEqual([])
})

describe('the levels of a topic', () => {
  test('stand side by side, with the rule beneath', async () => {
    const { code, out } = await inTerminal(['knowledge', 'grades', 'circuit-breaking'], { columns: 110 })
    expect(code).toBe(0)
    expect(out).toMatch(/^Level +no +yes +partial$/m)
    expect(out).toContain('Only by raw Envoy')
    expect(out).toContain('ambient: partial')
    for (const { level } of levelRules) expect(out).toMatch(new RegExp(`^${level} `, 'm'))
    expect(out.replace(/\s+/g, ' ')).toContain(whatLevelsGrade)
  })

  test('are given as data, modes too', async () => {
    const { out } = await inTerminal(['knowledge', 'grades', 'Circuit breaking', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      topic: 'circuit-breaking',
      grades: [
        { address: 'cilium/circuit-breaking', support: 'no' },
        { address: 'istio/circuit-breaking', support: 'yes', maturity: 'stable', edition: 'open-source' },
        {
          address: 'istio/circuit-breaking@ambient',
          mode: 'ambient',
          support: 'partial',
          reason: 'It needs a waypoint.',
        },
        { address: 'linkerd/circuit-breaking', support: 'partial' },
      ],
      sameWords: [],
      rule: levelRules,
    })
  })

  test('are marked where two meshes say the same and are graded differently', () => {
    const said = (name: string, support: 'yes' | 'partial', via: string[]) => ({
      support,
      via,
      statement: `${name} breaks circuits after failures in a row. It is called ${name}'s breaker.`,
    })
    const knowledge: Knowledge = {
      ...smallKnowledge,
      meshes: smallKnowledge.meshes.map((mesh) => {
        const cell = mesh.facts['circuit-breaking']
        const own =
          mesh.id === 'cilium' ? said('Cilium', 'partial', ['httproute']) : said('Linkerd', 'yes', ['HTTPRoute'])
        return cell && mesh.id !== 'istio'
          ? { ...mesh, facts: { ...mesh.facts, 'circuit-breaking': { ...cell, ...own } } }
          : mesh
      }),
    }
    expect(gradesOn(knowledge, topicNamed(knowledge, 'circuit-breaking')).sameWords).toEqual([
      {
        addresses: ['cilium/circuit-breaking', 'linkerd/circuit-breaking'],
        levels: ['partial', 'yes'],
        words: ['httproute', '… breaks circuits after failures in a row it is called … breaker'],
      },
    ])
  })

  test('of a topic that there is not: the nearest is offered', async () => {
    const { code, out, err } = await inTerminal(['knowledge', 'grades', 'circut-breaking'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('There is no topic "circut-breaking": did you mean "circuit-breaking"?')
    const far = await inTerminal(['knowledge', 'grades', 'qqqqqq'])
    expect(far.err).toBe('There is no topic "qqqqqq". "mesh topics" lists all of them.\n')
  })
})

test.each(['check', 'stale', 'stats', 'grades circuit-breaking'])(
  '%s --blocks prints a message that Slack takes',
  async (words) => {
    const { out } = await inTerminal(['knowledge', ...words.split(' '), '--blocks'])
    expect(validateMessage(JSON.parse(out))).toEqual([])
  },
)
