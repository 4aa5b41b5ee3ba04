import { describe, expect, it } from 'vitest'
import { answerBest } from '../../src/answers/best.ts'
import { answerCompare, groupScope, overall, topicScope } from '../../src/answers/compare.ts'
import { answerFact } from '../../src/answers/fact.ts'
import { knownOf } from '../../src/answers/known.ts'
import { answerMigrate } from '../../src/answers/migrate.ts'
import { answerNone } from '../../src/answers/none.ts'
import { linesOf } from '../../src/facts/lines.ts'
import { findMesh, findTopic, type Mesh, type Topic } from '../../src/knowledge/knowledge.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'

const { knowledge } = ownUnderstanding()
const known = knownOf(knowledge)
const mesh = (id: string): Mesh => {
  const found = findMesh(knowledge, id)
  if (!found) throw new Error(`no mesh ${id}`)
  return found
}
const topic = (id: string): Topic => {
  const found = findTopic(knowledge, id)
  if (!found) throw new Error(`no topic ${id}`)
  return found
}

describe('a fact', () => {
  it('begins with yes, no or partly where that is the question', () => {
    expect(answerFact(known, [mesh('istio')], [topic('fault-injection')]).headline).toMatch(/^Yes\. Istio/)
    expect(answerFact(known, [mesh('cilium')], [topic('fault-injection')]).headline).toMatch(/^No\. /)
    expect(answerFact(known, [mesh('linkerd')], [topic('rate-limiting')]).headline).toMatch(/^Partly\. /)
  })

  it('begins with the figure and its unit where something is measured', () => {
    const { headline } = answerFact(known, [mesh('linkerd')], [topic('memory-overhead')])
    expect(headline).toMatch(/^[\d.–]+ MB per pod\. /)
  })

  it('never answers yes to a question about a licence', () => {
    for (const one of knowledge.meshes) {
      expect(answerFact(known, [one], [topic('enterprise-support')]).headline).not.toMatch(/^(Yes|No|Partly)\b/)
    }
  })

  it('tells of several meshes the best first, or the worst where it asks which ones do not', () => {
    const asked = [topic('fault-injection')]
    expect(answerFact(known, [], asked).headline).toMatch(/: Istio: yes; .*; Cilium and Linkerd: no\.$/)
    expect(answerFact(known, [], asked, { negated: true }).headline).toMatch(
      /: Linkerd and Cilium: no; .*; Istio: yes\.$/,
    )
  })

  it('says what holds in the mode that is asked for', () => {
    const modes = [{ mesh: 'istio', mode: 'ambient' }]
    const [fact] = answerFact(known, [mesh('istio')], [topic('non-kubernetes')], { modes }).facts
    expect(fact).toMatchObject({ mode: { id: 'ambient' }, support: 'no' })
  })
})

describe('the lines that answer', () => {
  const said = (id: string, ids: readonly string[], of = known) =>
    answerFact(of, [mesh('istio')], [topic(id)], { aspect: 'what', told: ids }).headline

  it('stand before all that the fact says, of which no word is lost', () => {
    for (const fact of known.facts.all)
      for (const { id, kind } of linesOf(fact).filter(({ kind }) => kind !== 'statement')) {
        const asked = [[mesh(fact.mesh.id)], [topic(fact.topic.id)], { aspect: 'what', told: [id] }] as const
        expect(answerFact(known, ...asked).headline, `${fact.mesh.id} ${fact.topic.id} ${kind}`).toContain(
          fact.statement.replace(/\s+/g, ' '),
        )
      }
  })

  it('are said once each, and those that a fact has no longer are passed over', () => {
    const once = said('retries', ['limit.1'])
    expect(once).not.toBe(said('retries', []))
    expect(said('retries', ['limit.1', 'limit.99', 'limit.1'])).toBe(once)
    expect(said('retries', ['limit.99'])).toBe(said('retries', []))
  })

  it('tell of which mode they hold, where none is asked for', () => {
    const ofModes = known.facts.all.flatMap((fact) =>
      linesOf(fact).flatMap(({ id, kind, mode }) => (kind === 'via' && mode ? [{ fact, id, mode }] : [])),
    )
    expect(ofModes).not.toEqual([])
    for (const { fact, id, mode } of ofModes) {
      const options = { aspect: 'what', told: [id] } as const
      const { headline } = answerFact(known, [mesh(fact.mesh.id)], [topic(fact.topic.id)], options)
      expect(headline).toMatch(new RegExp(`^${mode.name}: Through `))
    }
  })

  it('are those of an organisation where it has a statement of its own', () => {
    const house = new Map([
      ['istio/retries', { statement: 'We forbid retries. Ask Ann.', author: 'Ann', date: '2026-11-01' }],
    ])
    const ours = knownOf({ ...knowledge, house })
    expect(said('retries', ['statement.2'], ours)).toBe('Ask Ann. We forbid retries.')
    expect(said('retries', ['statement.1'], ours)).toBe('We forbid retries. Ask Ann.')
  })
})

describe('a comparison', () => {
  const pair = [mesh('istio'), mesh('cilium')]

  it('puts differences before similarities', () => {
    const differs = answerCompare(known, pair, overall(knowledge)).rows.map((row) => row.differs)
    expect(differs).toEqual([...differs].sort((a, b) => Number(b) - Number(a)))
  })

  it('says who is ahead on what, and leaves nobody out who is', () => {
    expect(answerCompare(known, pair, overall(knowledge)).headline).toMatch(
      /^Istio, ambient mode does better on memory overhead .*; Istio on .*; Cilium on /,
    )
  })

  it('says on what they differ where nobody is ahead', () => {
    const scope = topicScope([topic('best-fit'), topic('metrics'), topic('mutual-tls')])
    expect(answerCompare(known, [mesh('linkerd'), mesh('istio')], scope).headline).toMatch(
      /^Best fit: Linkerd .*Istio /,
    )
  })

  it('holds the topics of an area alone', () => {
    const scope = groupScope(knowledge, 'security')
    if (!scope) throw new Error('no area security')
    const topics = answerCompare(known, pair, scope).rows.map((row) => row.topic.id)
    expect(topics.sort()).toEqual(
      knowledge.topics
        .filter(({ group }) => group === 'security')
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('looks at a mesh in the mode that is asked for, and says so', () => {
    const answer = answerCompare(known, pair, topicScope([topic('memory-overhead')]), [
      { mesh: 'istio', mode: 'ambient' },
    ])
    expect(answer.meshes[0]?.name).toBe('Istio (ambient mode)')
    expect(answer.rows[0]?.facts[0]?.value?.per).toBe('node')
  })
})

describe('a ranking', () => {
  it('turns round for the worst', () => {
    const first = (order: 'best' | 'worst') =>
      answerBest(known, topic('fault-injection'), order).places[0]?.fact.mesh.id
    expect([first('best'), first('worst')]).toEqual(['istio', 'cilium'])
  })

  it('shares a place among equals, and places nobody of whom nothing is known', () => {
    for (const one of knowledge.topics) {
      const { places } = answerBest(known, one, 'best')
      for (const { place, fact } of places) {
        if (fact.support === 'unknown') expect(place).toBeUndefined()
      }
      const placed = places.flatMap(({ place }) => place ?? [])
      expect(placed).toEqual([...placed].sort((a, b) => a - b))
    }
  })

  it('says what it takes to set a figure per node against one per pod', () => {
    const { headline, basis } = answerBest(known, topic('memory-overhead'), 'best')
    expect(headline + basis).toContain('30 pods')
  })

  it('ranks no licences', () => {
    expect(
      answerBest(known, topic('enterprise-support'), 'best').places.every(({ place }) => place === undefined),
    ).toBe(true)
  })
})

describe('a move', () => {
  it('names what the target does worse, and gives notes on arriving there only', () => {
    const answer = answerMigrate(known, mesh('istio'), mesh('linkerd'))
    expect(answer.losses.map((row) => row.topic.id)).toContain('external-authorization')
    expect(new Set(answer.notes.map((note) => note.mesh.id))).toEqual(new Set(['linkerd']))
  })
})

describe('a question that is not covered', () => {
  it('gets no guess, and offers only topics that are near', () => {
    expect(answerNone(knowledge, [], []).headline).toContain("I don't guess")
    expect(answerNone(knowledge, [], []).headline).not.toContain('nearest')
    expect(answerNone(knowledge, [], ['retries']).headline).toContain('retries and timeouts')
  })
})
