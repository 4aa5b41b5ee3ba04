import { expect, test } from 'vitest'
import { inSentence } from '../src/wording.ts'

test.each([
  ['Rate limiting', 'rate limiting'],
  ['Mutual TLS', 'mutual TLS'],
  ['Day-2 operations', 'day-2 operations'],
  ['FIPS compliance', 'FIPS compliance'],
  ['OpenTelemetry', 'OpenTelemetry'],
  ['GitOps, Helm and operators', 'GitOps, Helm and operators'],
  ['mTLS enforcement', 'mTLS enforcement'],
])('%s inside a sentence', (title, said) => {
  expect(inSentence(title)).toBe(said)
})
