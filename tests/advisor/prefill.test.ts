import { expect, test } from 'vitest'
import { spell } from '../../src/commands/table.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { runCommand } from '../helpers/run-command.ts'
import { basis } from './basis.ts'

const meshwise = createMeshwise(basis.knowledge)

const asked = (text: string, context?: Parameters<typeof meshwise.ask>[1]) => {
  const reply = meshwise.ask(text, context)
  if (reply.answer.kind !== 'recommend') throw new Error(`answered as ${reply.answer.kind}`)
  return { ...reply, answer: reply.answer, requirements: reply.answer.recommendation.requirements }
}

test('a question gives its circumstances, and is answered right away', () => {
  const { requirements, answer } = asked(
    "which mesh should we pick? we're three people, Kubernetes only, just want mTLS",
  )
  expect(requirements).toMatchObject({
    constraints: { 'mutual-tls': 'should', 'non-kubernetes': 'dont-care' },
    circumstances: { 'team-size': 3, runs: ['kubernetes'] },
    priorities: { simplicity: 4 },
  })
  expect(answer.headline).toMatch(/^Linkerd fits best/)
  expect(answer.assumptions.length).toBeGreaterThan(0)
})

test('what is needed is a must, what is there already is no candidate', () => {
  const { requirements } = asked(
    'We already use Consul and half of it runs on VMs, fips is a must. Which mesh fits us?',
  )
  expect(requirements.constraints).toMatchObject({ fips: 'must', 'non-kubernetes': 'should' })
  expect(requirements.circumstances.runs).toEqual(expect.arrayContaining(['consul', 'vms']))
  expect(requirements.candidates).toEqual([])
})

test('two meshes that are named are the ones to choose from', () => {
  const { requirements } = asked('nobody in our team knows Envoy. istio or linkerd for us?')
  expect(requirements).toMatchObject({ circumstances: { 'envoy-skill': 'none' }, candidates: ['istio', 'linkerd'] })
})

test('what is denied is not asked for', () => {
  const { requirements } = asked('two engineers, forty services, zero VMs. Need encryption and retries. Suggestions?')
  expect(requirements.constraints).toMatchObject({ 'non-kubernetes': 'dont-care', retries: 'must' })
  expect(requirements.circumstances).toEqual({ 'team-size': 2, services: 40 })
})

test('a later turn adds to what was said, and takes back', () => {
  const first = asked("We're on AWS with ECS and EKS, 3 clusters. Which mesh should we take?")
  expect(first.requirements.circumstances).toMatchObject({ runs: ['ecs'], clusters: 3 })
  const { requirements } = asked('what if we drop ECS next year', first.context)
  expect(requirements).toMatchObject({
    constraints: { 'non-kubernetes': 'dont-care' },
    circumstances: { clusters: 3 },
  })
  expect(requirements.circumstances.runs ?? []).toEqual([])
})

test('few services and nobody on call lead to no mesh yet', () => {
  expect(asked('which mesh for us? four services, nobody on call').answer.headline).toMatch(/^No mesh yet/)
})

test('a command takes needs by name, and says what is wrong with one', () => {
  const { answer } = runCommand(meshwise, 'recommend team-size=3 simplicity=5 fips=must')
  expect(answer.kind).toBe('recommend')
  expect(spell(answer.command)).toBe('recommend fips=must team-size=3 simplicity=5')
  const wrong = runCommand(meshwise, 'recommend fips=maybe memory=9 latency-overhead=must').answer
  expect(wrong.kind).toBe('clarify')
  expect(wrong.headline).toMatch(/must, should, dont-care/)
  expect(wrong.headline).toMatch(/0 to 5/)
  expect(wrong.headline).toMatch(/priorities\.latency/)
})
