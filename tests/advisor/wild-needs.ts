import fc from 'fast-check'
import { offeredConstraints } from '../../src/advisor/constraint.ts'
import { levels, type Requirements, skillLevels } from '../../src/advisor/requirements.ts'
import { basis } from './basis.ts'

export const priorityIds = Object.keys(basis.rules.priorities)
export const count = (max: number) => fc.integer({ min: 0, max })

/** Anything that can be needed of a mesh, contradictions included. */
export const wildNeeds: fc.Arbitrary<Requirements> = fc.record({
  constraints: fc.dictionary(fc.constantFrom(...offeredConstraints(basis)), fc.constantFrom(...levels), { maxKeys: 5 }),
  circumstances: fc.record(
    {
      'team-size': count(30),
      'envoy-skill': fc.constantFrom(...skillLevels),
      'ebpf-skill': fc.constantFrom(...skillLevels),
      'on-call': fc.constantFrom('none' as const, 'some' as const),
      cni: fc.constantFrom(...basis.rules.cnis),
      runs: fc.uniqueArray(fc.constantFrom(...Object.keys(basis.rules.runs)), { maxLength: 4 }),
      services: count(200),
      pods: count(20_000),
      nodes: count(500),
      clusters: count(8),
      'ingress-only': fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  priorities: fc.dictionary(fc.constantFrom(...priorityIds), count(5), { maxKeys: 8 }),
  candidates: fc.constant([]),
})
