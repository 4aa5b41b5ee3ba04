import { describe, expect, it } from 'vitest'
import { knownOf } from '../../src/answers/known.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'
import { leastOf } from '../questions/score.ts'
import { judgeDecision, readDecisions } from './public-decisions.ts'

const knowledge = ownKnowledge()
const { basis } = knownOf(knowledge)
if (!basis) throw new Error('the knowledge has no criteria')
const visible = readDecisions().filter(({ kept }) => !kept)
const judged = visible.map((decision) => judgeDecision(decision, basis, createMeshwise(knowledge)))

/** How many of the visible half agreed on 25 November 2026; `npm run bench:decisions` reports both halves. */
const agreed = { file: { right: 24, of: 31 }, words: { right: 23, of: 31 } } as const

describe('decisions that teams made in public', () => {
  it.each(['file', 'words'] as const)('are agreed with as often as they were, by %s', (by) => {
    expect(judged).toHaveLength(agreed[by].of)
    const share = judged.filter(({ agrees }) => agrees[by]).length / judged.length
    expect(share).toBeGreaterThanOrEqual(leastOf(agreed[by]))
  })

  it('against a mesh are found in four of five, by what the teams need', () => {
    const against = judged.filter(({ decision }) => decision.expected.includes('no-mesh'))
    const found = against.filter(({ agrees }) => agrees.file).length
    expect(against.length).toBeGreaterThan(6)
    expect(found / against.length).toBeGreaterThanOrEqual(0.8)
  })

  it('for a mesh with mutual TLS as a must never come to none', () => {
    for (const { decision, byFile } of judged) {
      if (/mutual-tls: must/.test(decision.requirements)) expect(byFile, decision.team).not.toMatch(/no-mesh|gateway/)
    }
  })

  it('are less sure where they are missed', () => {
    const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const confidences = (agrees: boolean) =>
      judged.filter((one) => one.agrees.file === agrees).map(({ confidence }) => confidence)
    expect(middle(confidences(true))).toBeGreaterThanOrEqual(0.75)
    expect(middle(confidences(false))).toBeLessThan(0.6)
  })
})
