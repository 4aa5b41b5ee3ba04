import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPrefill } from '../../src/advisor/prefill.ts'
import { questionsOf, stepCount } from '../../src/advisor/questionnaire.ts'
import { rank } from '../../src/advisor/rank.ts'
import { recommend } from '../../src/advisor/recommend.ts'
import { answerRecommend } from '../../src/answers/recommend.ts'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'
import { basis, needs } from './basis.ts'
import { wildNeeds } from './wild-needs.ts'

const stated = [...basis.constraints.values()].filter(({ test }) => test === 'stated')
const ids = ['stepwise-adoption', 'no-restarts', 'easy-removal', 'keep-cni'] as const

test('what is told in words of a mesh can be asked for, in the last step', () => {
  expect(stated.map(({ id }) => id)).toEqual(ids)
  const more = questionsOf(basis, stepCount(basis) - 1, needs({})).find(({ id }) => id === 'more')
  expect(more?.options.map(({ value }) => value)).toEqual(expect.arrayContaining([...ids]))
})

test('whatever is required, it is known how far each mesh meets it, and by which fact', () => {
  const everybody = rank(basis, needs({})).ranked.map(({ candidate }) => candidate)
  fc.assert(
    fc.property(
      wildNeeds,
      fc.constantFrom(...stated),
      fc.constantFrom(...everybody),
      (requirements, one, candidate) => {
        const { score, fact, but, how } = candidate.meeting(one, requirements)
        expect(score, `${candidate.key} ${one.id}`).toBeDefined()
        expect(fact.missing ?? false).toBe(false)
        expect(but ?? how).toMatch(/\.$/)
      },
    ),
  )
})

test('who is ruled out by restarts is told in which mode', () => {
  const asked = needs({ constraints: { 'no-restarts': 'must' }, circumstances: { cni: 'calico' } })
  const { ranked, eliminated } = recommend(basis, asked)
  expect(answerRecommend(basis, asked).headline).toMatch(/All others are ruled out, by no restarts of pods\.$/)
  expect(ranked.map(({ candidate }) => candidate.key)).toEqual(['istio/ambient'])
  const because = new Map(eliminated.map(({ candidate, meeting }) => [candidate.key, meeting.but]))
  expect(because.get('istio/sidecar')).toMatch(/^In sidecar mode a pod is restarted/)
  expect(because.get('linkerd')).toMatch(/recreated/)
  expect(because.get('cilium/ebpf')).toMatch(/network plug-in/)
})

test('of Cilium it hangs on the network plug-in', () => {
  const scoreOf = (id: string, circumstances: object) => {
    const [cilium] = rank(basis, needs({ circumstances, candidates: ['cilium'] })).ranked
    const constraint = basis.constraints.get(id)
    return constraint && cilium?.candidate.meeting(constraint, needs({ circumstances })).score
  }
  const plugins = ['cilium', 'gke-dataplane-v2', 'aws-vpc-cni'] as const
  expect(plugins.map((cni) => scoreOf('no-restarts', { cni }))).toEqual([0.8, 0.8, 0])
  expect(plugins.map((cni) => scoreOf('keep-cni', { cni }))).toEqual([0.8, 0.4, 0.4])
  expect(scoreOf('easy-removal', { runs: ['cilium'] })).toBe(0.8)
})

test('a plug-in that the cloud runs is to stay, unless it is said otherwise', () => {
  const needsOf = (file: object) => recommend(basis, needs(file)).needs.map(({ id, level }) => `${id} ${level}`)
  expect(needsOf({ circumstances: { cni: 'azure-cni-cilium' } })).toEqual(['keep-cni should'])
  expect(needsOf({ circumstances: { cni: 'cilium' } })).toEqual([])
  expect(needsOf({ circumstances: { cni: 'gke-dataplane-v2' }, constraints: { 'keep-cni': 'dont-care' } })).toEqual([])
})

describe('in words', () => {
  const prefill = createPrefill(basis, createReader(basis.knowledge, ownWords()))
  const question = ownUnderstanding().understand('which mesh should we take?').got

  test.each([
    ['It has to be adopted namespace by namespace.', { 'stepwise-adoption': 'must' }],
    ['We want a gradual rollout, no big bang.', { 'stepwise-adoption': 'should' }],
    ['Pods must not be restarted.', { 'no-restarts': 'must' }],
    ['A rollout without restarting workloads would be nice.', { 'no-restarts': 'should' }],
    ['It must be easy to uninstall.', { 'easy-removal': 'must' }],
    ['There has to be a way back.', { 'easy-removal': 'must' }],
    ['We would start with one namespace.', { 'stepwise-adoption': 'should' }],
    ['Our CNI is fixed.', { 'keep-cni': 'must' }],
    ['We run EKS with the VPC CNI, which we are not allowed to replace.', { 'keep-cni': 'must' }],
    ["We can't change the network plug-in.", { 'keep-cni': 'must' }],
    ['We would like to keep our CNI.', { 'keep-cni': 'should' }],
    ['We may change the CNI.', {}],
    ["We'd prefer not to run sidecars.", { 'no-sidecar': 'should' }],
    ['Sidecars are not wanted.', { 'no-sidecar': 'should' }],
    ['Sidecars do not matter.', {}],
    ['It need not be adopted step by step.', { 'stepwise-adoption': 'dont-care' }],
  ])('%s', (text, constraints) => {
    expect(prefill(text, question).requirements.constraints).toEqual(constraints)
  })

  test.each([
    ['AKS with Azure CNI powered by Cilium', 'azure-cni-cilium'],
    ['GKE with Dataplane V2', 'gke-dataplane-v2'],
    ['The CNI is still to be chosen', 'open'],
    ['The CNI is a free choice', 'open'],
  ])('%s', (text, cni) => {
    expect(prefill(text, question).requirements).toMatchObject({ circumstances: { cni } })
  })
})
