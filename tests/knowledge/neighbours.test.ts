import { describe, expect, it } from 'vitest'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { smallKnowledge } from './small-knowledge.ts'

const { neighbours, ambiguous, signposts, sources, topics, meshes } = ownKnowledge()

describe('our neighbours', () => {
  it('are at least 55, in all of the states', () => {
    expect(neighbours.length).toBeGreaterThanOrEqual(55)
    expect(new Set(neighbours.map(({ state }) => state.is))).toEqual(
      new Set(['living', 'maintained-little', 'announced-end', 'ended', 'archived', 'unknown']),
    )
  })

  it('have sources that are known, and a date where they are over', () => {
    for (const { id, state, sources: cited } of neighbours) {
      expect(cited.length, id).toBeGreaterThan(0)
      for (const source of cited) expect(sources.has(source), source).toBe(true)
      if (['ended', 'archived', 'announced-end'].includes(state.is)) expect(state.date, id).toMatch(/^20\d\d/)
    }
  })

  it('tell what became of those that are over', () => {
    for (const { id, state, instead } of neighbours) {
      if (['ended', 'archived', 'announced-end'].includes(state.is)) expect(instead, id).toBeDefined()
    }
  })

  it('that are built on a mesh have a relation to it', () => {
    for (const { id, basedOn, relations } of neighbours) {
      if (basedOn) expect(relations, id).toContainEqual(expect.objectContaining({ mesh: basedOn, how: 'built-on' }))
    }
  })

  it('include the ends that people ask about', () => {
    const ends = neighbours.flatMap(({ id, state }) => (/end|archived/.test(state.is) ? [[id, state.date]] : []))
    expect(Object.fromEntries(ends)).toEqual({
      'aws-app-mesh': '2026-09-30',
      'open-service-mesh': '2023-06-30',
      'nginx-service-mesh': '2024-03-14',
      'gloo-gateway': '2026-12-31',
      'linkerd-1': '2022',
      smi: '2023-09-25',
      merbridge: '2025-05-20',
      'ingress-nginx': '2026-03',
      'hcp-consul': '2025-11-12',
    })
  })

  it('share words only where they say so', () => {
    expect(ambiguous.map(({ said }) => said)).toEqual(expect.arrayContaining(['nsm', 'nginx', 'asm', 'kong', 'gloo']))
  })
})

describe('our signposts', () => {
  it('stand for every mesh', () => {
    expect([...signposts.keys()].sort()).toEqual(meshes.map(({ id }) => id).sort())
  })

  it('lead to pages over TLS', () => {
    const addresses = JSON.stringify([...signposts]).match(/\w+:\/\/[^"]+/g) ?? []
    expect(addresses.length).toBeGreaterThan(300)
    for (const address of addresses) expect(address).toMatch(/^https:\/\//)
  })

  it('tell how for most topics', () => {
    for (const [mesh, { howto }] of signposts) {
      expect(Object.keys(howto).length, mesh).toBeGreaterThan(topics.length * 0.75)
    }
  })
})

describe('knowledge without these files', () => {
  it('has neither neighbours nor signposts', () => {
    const files = smallKnowledge()
    files.delete('neighbours.yaml')
    files.delete('signposts.yaml')
    const loaded = parseKnowledge(files, '2026-02-01')
    expect(
      loaded.ok && [loaded.knowledge.neighbours, loaded.knowledge.ambiguous, loaded.knowledge.signposts.size],
    ).toEqual([[], [], 0])
  })
})
