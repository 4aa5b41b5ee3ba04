import { expect, test } from 'vitest'
import { createPrefill } from '../../src/advisor/prefill.ts'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'
import { basis } from './basis.ts'

const prefill = createPrefill(basis, createReader(basis.knowledge, ownWords()))
/** Of a question no more counts here than that no mesh is named as a choice. */
const question = ownUnderstanding().understand('which mesh should we take?').got

/** Needs as people name them, by what they are. */
const needs = {
  mTLS: 'mutual-tls',
  'mutual TLS': 'mutual-tls',
  tracing: 'tracing',
  'egress control': 'egress',
  'JWT validation': 'jwt-authentication',
  'rate limiting': 'rate-limiting',
  'fault injection': 'fault-injection',
  FIPS: 'fips',
  'layer 7 authorization': 'l7-authorization',
  'per-route metrics': 'per-route-metrics',
} as const
const endings = [', small team, which mesh should we take?', '. We run 40 services. Which mesh?'] as const

/** What is read of each need, told as the template tells it. */
function read(template: string): readonly { readonly text: string; readonly level: string; readonly runs: string }[] {
  return Object.entries(needs).flatMap(([name, id]) =>
    endings.map((ending) => {
      const text = template.replace('X', name) + ending
      const { constraints, circumstances } = prefill(text, question).requirements
      return { text, level: constraints[id] ?? 'not read', runs: (circumstances.runs ?? []).join() }
    }),
  )
}

test.each([
  'X is already decided',
  'X has been decided',
  'X was decided last year',
  'we already decided to have X',
  'our board decided on X',
  'it is decided that we get X',
  "we've settled on X",
  'X is settled',
  'X is a given',
  'X is mandated by our auditors',
  'X is already mandated',
  'we have agreed on X',
  'X has been agreed with security',
  'X is already approved',
  'X is planned',
  'we have planned X',
  'X is fixed',
  'X is set in stone',
  'we have committed to X',
  'X is signed off',
  'we promised X to a customer',
  'X is not negotiable',
  'we are obliged to have X',
  'there is no way around X',
  'there is no way without X',
  'X is already a requirement',
  'we already need X',
  'given: X',
  'acceptance criteria: X',
  'X: decided',
  'X: mandatory',
])('what is decided is a must, and not met: %s', (template) => {
  for (const { text, level } of read(template)) expect(level, text).toBe('must')
})

test.each([
  'X is already in place',
  'we already have X',
  'our apps do X',
  'our applications already do X',
  'X is handled by the gateway',
  'X is already solved',
  'our gateway handles X',
  'X is taken care of',
  'X comes from our library',
  'X is covered',
  'our services do X themselves',
  'X is done with our own tools and we want low latency',
  'X: already in place',
  'X needs no mesh',
  'X is done',
])('what is solved without a mesh is met: %s', (template) => {
  for (const { text, level } of read(template)) expect(level, text).toBe('met')
})

test.each([
  'we already have X with Linkerd',
  'we already have X by Istio',
  'X is already in place with Linkerd',
  'Istio already gives us X',
  'our Linkerd already does X',
  'X is handled by Istio',
  'we run Linkerd for X',
])('what a mesh does that runs is a need for one: %s', (template) => {
  for (const { text, level, runs } of read(template)) {
    expect(level, text).toBe('should')
    expect(runs, text).toMatch(/istio|linkerd/)
  }
})

test.each([
  'we do not need X',
  'X was decided against',
  'we decided against X',
  'X is not planned',
  'no X planned',
  'we have no plans for X',
  'X is ruled out',
  'X is off the table',
  'X: not needed',
  'X: no',
  "won't: X",
  'non-goals: X',
  'rejected: X',
  'X was rejected',
])('what is decided against does not matter: %s', (template) => {
  for (const { text, level } of read(template)) expect(level, text).toBe('dont-care')
})

test.each([
  'X is not decided yet',
  'X is undecided',
  'X is still to be decided',
  'X is planned for next year',
  'X was planned for a customer, who then dropped it',
  'X was planned but management dropped it',
  'X is on the roadmap',
  'X might be approved',
  'if X is decided',
  'X: nice to have',
])('what is not decided yet is no must, and not met: %s', (template) => {
  for (const { text, level } of read(template)) expect(level, text).toMatch(/should|not read/)
})
