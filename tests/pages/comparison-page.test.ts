import { describe, expect, test } from 'vitest'
import { pageOf } from '../../src/commands/table.ts'
import { inBrief } from '../../src/facts/brief.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { standing } from '../../src/facts/standing.ts'
import { commandJson } from '../../src/json/answer-json.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { catalogueOf } from '../../src/pages/catalogue.ts'
import { type Part, plain } from '../../src/pages/page.ts'
import { toText } from '../../src/pages/to-text.ts'
import { validateMessage } from '../../src/playground/validate-blocks.ts'
import { messageOf } from '../../src/slack/blocks/message.ts'
import { detailsView } from '../../src/slack/views/details-view.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { commandsOf } from '../helpers/run-command.ts'

const own = ownKnowledge()

const meshes = own.meshes.map(({ id }) => id)
/** Every choice of two, three and four meshes. */
const choices = Array.from({ length: 2 ** meshes.length }, (_, chosen) =>
  meshes.filter((_, place) => Math.floor(chosen / 2 ** place) % 2 === 1),
)
  .filter((set) => set.length > 1)
  .map((set) => set.join(' '))

/** The same knowledge with each topic many times over, under areas of its own each time. */
function grown(times: number): Knowledge {
  const copies = Array.from({ length: times }, (_, number) => (id: string) => (number === 0 ? id : `${id}-x${number}`))
  return {
    ...own,
    groups: copies.flatMap((as) => own.groups.map((group) => ({ ...group, id: as(group.id), title: as(group.title) }))),
    topics: copies.flatMap((as) =>
      own.topics.map((topic) => ({ ...topic, id: as(topic.id), group: as(topic.group), words: topic.words.map(as) })),
    ),
    meshes: own.meshes.map((mesh) => ({
      ...mesh,
      facts: Object.fromEntries(copies.flatMap((as) => Object.entries(mesh.facts).map(([id, cell]) => [as(id), cell]))),
    })),
  }
}

/** How many lines a part is of, where a row of a table is one. */
function linesOf(part: Part): number {
  switch (part.kind) {
    case 'table':
      return part.rows.length
    case 'list':
      return part.items.length
    default:
      return 1
  }
}

const known = {
  'our own': own,
  'ten times ours': grown(10),
  'topics that nobody has looked for': { ...own, meshes: own.meshes.map((mesh) => ({ ...mesh, facts: {} })) },
}

describe.each(Object.entries(known))('an overall comparison by %s', (_, knowledge) => {
  const { run } = commandsOf(knowledge)
  const catalogue = catalogueOf(knowledge)

  test.each(choices)('of %s is one screen, and a message that Slack takes', (names) => {
    const answer = run(`compare ${names}`)
    const { parts } = pageOf(answer, catalogue)
    const tables = parts.filter((part) => part.kind === 'table')
    expect(tables.every(({ rows }) => rows.length <= 7)).toBe(true)
    expect(parts.reduce((sum, part) => sum + linesOf(part), 0)).toBeLessThanOrEqual(12)
    for (const part of parts) if (part.kind === 'paragraph') expect(plain(part.text).length).toBeLessThan(400)
    const card = messageOf(answer, { shareable: true, catalogue })
    expect(validateMessage(card)).toEqual([])
  })
})

const { run } = commandsOf(own)
const catalogue = catalogueOf(own)

/** All that a Slack message shows, with what its Details show where it has any. */
function shownIn(command: string): string {
  const answer = run(command)
  const card = JSON.stringify(messageOf(answer, { shareable: true, catalogue }).blocks)
  return card.includes('"details"') ? card + JSON.stringify(detailsView(pageOf(answer, catalogue))) : card
}

test.each(choices)('what an overall comparison of %s leaves out is shown by area, and all of it is data', (names) => {
  const answer = run(`compare ${names}`)
  if (answer.kind !== 'compare') throw new Error(answer.kind)
  expect(answer.rows.length).toBe(own.topics.length - 2)
  const json = commandJson({ answer }, { knowledge: own, text: toText(pageOf(answer, catalogue)), details: [] })
  expect(json).toMatchObject({ rows: answer.rows.map(({ topic, differs }) => ({ topic: topic.id, differs })) })
  for (const { id } of own.groups) {
    const card = shownIn(`compare ${names} on area ${id}`)
    for (const { topic, area, differs } of answer.rows) {
      if (area.id === id && differs) expect(card, id).toContain(topic.name)
    }
  }
})

test.each(choices)('a mode that changes the order of %s is told, and is ahead where it stands first', (names) => {
  const answer = run(`compare ${names}`)
  if (answer.kind !== 'compare') throw new Error(answer.kind)
  const shown = shownIn(`compare ${names}`)
  for (const { topic, facts, modes } of answer.rows) {
    for (const { fact, isAhead } of modes) {
      expect(shown).toContain(fact.mesh.name)
      const own = facts.find(({ mesh }) => mesh.id === fact.mesh.id)
      const passed = facts.filter((other) => other !== own && isBetween(other, own, fact))
      expect(passed, `${topic.id} ${fact.mesh.name}`).not.toEqual([])
      expect(isAhead).toBe((standing(fact) ?? 0) > ((own && standing(own)) ?? 0))
    }
  }
})

/** Whether a fact stands level with either of two, or between them. */
function isBetween(fact: Fact, one: Fact | undefined, other: Fact): boolean {
  const [at, from, to] = [fact, one, other].map((placed) => (placed && standing(placed)) ?? Number.NaN)
  if (at === undefined || from === undefined || to === undefined) return false
  return Math.min(from, to) <= at && at <= Math.max(from, to)
}

test('the mode that takes the least memory is seen in every overall comparison that has its mesh', () => {
  for (const names of choices.filter((chosen) => chosen.includes('istio'))) {
    const page = pageOf(run(`compare ${names}`), catalogue)
    expect(plain(page.lead), names).toMatch(/Istio, ambient mode .*memory overhead/)
    expect(toText(page), names).toMatch(/ambient mode: \S+ MB per node/)
  }
})

test.each(choices)('what %s differ on comes first, by how much it decides', (names) => {
  const answer = run(`compare ${names}`)
  if (answer.kind !== 'compare') throw new Error(answer.kind)
  const differing = answer.rows.filter(({ differs }) => differs)
  expect(answer.rows.slice(0, differing.length)).toEqual(differing)
  const order = differing.map(({ decides }) => decides)
  expect(order).toEqual([...order].sort((a, b) => b - a))
  for (const { facts, differs } of answer.rows) expect(new Set(facts.map(inBrief)).size > 1).toBe(differs)
})

const firstOf = (names: string): string[] => {
  const answer = run(`compare ${names}`)
  return answer.kind === 'compare' ? answer.rows.slice(0, 12).map(({ topic }) => topic.id) : []
}

test('a licence that is not open and doing without sidecars decide, though no level says them', () => {
  expect(firstOf('istio consul')).toEqual(expect.arrayContaining(['data-plane', 'enterprise-support']))
  expect(firstOf('istio cilium')).not.toContain('data-plane')
  expect(firstOf('istio linkerd')).not.toContain('enterprise-support')
})

test('of topics equally far apart those that people weigh come first', () => {
  const first = firstOf('istio cilium')
  expect(first.indexOf('tracing')).toBeGreaterThanOrEqual(0)
  expect(first.indexOf('tracing')).toBeLessThan(first.indexOf('per-route-metrics'))
})
