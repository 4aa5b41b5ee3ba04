import { expect, test } from 'vitest'
import { offeredConstraints } from '../../src/advisor/constraint.ts'
import { questionsOf, stepCount, withAnswers } from '../../src/advisor/questionnaire.ts'
import { noRequirements } from '../../src/advisor/requirements.ts'
import { ownKnowledgeDirectory, readYamlFiles } from '../../src/knowledge/load.ts'
import { parseKnowledge } from '../../src/knowledge/parse.ts'
import { lateEnough } from '../helpers/own-knowledge.ts'
import { basis, needs } from './basis.ts'

const last = stepCount(basis) - 1
const whatItDoes = 2
const question = (step: number, id: string, requirements = noRequirements) =>
  questionsOf(basis, step, requirements).find((asked) => asked.id === id)
const offered = (step: number, id: string) => question(step, id)?.options.map(({ value }) => value) ?? []

test('every must is offered once: the usual ones first, the rarer ones in the last step', () => {
  const [usual, more] = [offered(whatItDoes, 'musts'), offered(last, 'more')]
  expect([...usual, ...more].sort()).toEqual([...offeredConstraints(basis)].sort())
  for (const id of [
    'egress',
    'jwt-authentication',
    'cpu-architectures',
    'windows',
    'managed-offerings',
    'ip-families',
  ]) {
    expect(more).toContain(id)
  }
})

test('musts of one question are kept when the other is answered, and shown in their own', () => {
  const before = needs({ constraints: { windows: 'must', fips: 'must' } })
  expect(question(whatItDoes, 'musts', before)?.answer).toEqual(['fips'])
  expect(question(last, 'more', before)?.answer).toEqual(['windows'])
  const first = withAnswers(basis, whatItDoes, before, new Map([['musts', ['tracing']]]))
  expect(first.ok && first.requirements.constraints).toEqual({ windows: 'must', tracing: 'must' })
  if (!first.ok) return
  const second = withAnswers(basis, last, first.requirements, new Map([['more', []]]))
  expect(second.ok && second.requirements.constraints).toEqual({ tracing: 'must' })
})

test('what is read of words is shown in the questions, and can be taken back there', () => {
  const circumstances = {
    leaving: ['istio'],
    'tired-of': ['memory'],
    kubernetes: false,
    'mesh-in-doubt': true,
    'stable-only': true,
  }
  const before = needs({ circumstances, constraints: { 'external-ca': 'met' } })
  const answers = (requirements: typeof before) =>
    ['leaving', 'tired-of', 'kubernetes', 'doubt', 'stable', 'met'].map((id) =>
      [0, last].flatMap((step) => question(step, id, requirements)?.answer ?? []),
    )
  expect(answers(before)).toEqual([['istio'], ['memory'], ['false'], ['true'], ['true'], ['external-ca']])
  const first = withAnswers(basis, 0, before, new Map(['leaving', 'tired-of', 'kubernetes'].map((id) => [id, []])))
  if (!first.ok) throw new Error(first.problems.join())
  const second = withAnswers(basis, last, first.requirements, new Map(['doubt', 'stable', 'met'].map((id) => [id, []])))
  expect(second).toMatchObject({ ok: true, requirements: { circumstances: {}, constraints: {} } })
})

test('what is met already is no must any more, and the other way round', () => {
  const before = needs({ circumstances: { 'mesh-in-doubt': true }, constraints: { 'external-ca': 'must' } })
  const met = withAnswers(basis, last, before, new Map([['met', ['external-ca']]]))
  expect(met).toMatchObject({ requirements: { constraints: { 'external-ca': 'met' } } })
  if (!met.ok) return
  const must = withAnswers(basis, whatItDoes, met.requirements, new Map([['musts', ['external-ca']]]))
  expect(must).toMatchObject({ requirements: { constraints: { 'external-ca': 'must' } } })
})

test('a question can offer only constraints that exist', () => {
  const files = new Map(readYamlFiles(ownKnowledgeDirectory))
  const criteria = files.get('criteria.yaml') ?? ''
  files.set('criteria.yaml', criteria.replace('offers: [mutual-tls,', 'offers: [mutual-tsl,'))
  const loaded = parseKnowledge(files, lateEnough)
  expect(loaded.ok ? [] : loaded.problems).toMatchObject([
    { field: 'steps.2.questions.0.offers.0', message: 'no constraint with the id "mutual-tsl"' },
  ])
})
