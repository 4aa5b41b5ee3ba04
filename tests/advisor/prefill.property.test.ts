import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPrefill } from '../../src/advisor/prefill.ts'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownUnderstanding } from '../questions/own-understanding.ts'
import { basis } from './basis.ts'

const { understand } = ownUnderstanding()
const prefill = createPrefill(basis, createReader(basis.knowledge, ownWords()))
const requirementsOf = (text: string) => prefill(text, understand(text).got).requirements

/** Each says one thing of its own. */
const sentences = [
  'We have 40 services',
  'Three engineers look after it',
  'Mutual TLS is a must',
  'FIPS is not needed',
  'Our own CA signs the certificates',
  'Retries would be nice',
  'Latency matters',
  'The network plug-in is Calico',
  'Memory does not matter',
  'Network policy is enough for us',
  'Only GA features',
  'Nobody is on call',
  'It is open whether we need a mesh at all',
  'Tracing is needed in some namespaces only',
  'OpenTelemetry gives us metrics',
  'Machines and clusters are in one mesh',
  'Our security team asks for egress control',
] as const

const some = fc.subarray([...sentences], { minLength: 1 })
const asText = (all: readonly string[], end = '. ') => all.map((one) => `${one}${end}`).join('')

test('the order of what is said of different things changes nothing', () => {
  const shuffled = some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(shuffled, ([all, others]) => {
      expect(requirementsOf(asText(others))).toEqual(requirementsOf(asText(all)))
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('nor do spaces, capitals and the way in which sentences end', () => {
  fc.assert(
    fc.property(some, fc.constantFrom('! ', '.\n', ';\n', '...  '), (all, end) => {
      expect(requirementsOf(asText(all, end).toUpperCase())).toEqual(requirementsOf(asText(all)))
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('what is said twice is said once', () => {
  fc.assert(
    fc.property(some, (all) => {
      expect(requirementsOf(asText([...all, ...all]))).toEqual(requirementsOf(asText(all)))
    }),
    { numRuns: 40 },
  )
}, 60_000)
