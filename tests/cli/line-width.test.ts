import { expect, test } from 'vitest'
import { lineWidth } from '../../src/cli/line-width.ts'

test.each([
  [{}, undefined, 80],
  [{ COLUMNS: '50' }, undefined, 50],
  [{ COLUMNS: '50' }, 120, 120],
  [{ COLUMNS: '50' }, 0, 50],
  [{ COLUMNS: '' }, undefined, 80],
  [{ COLUMNS: '0' }, undefined, 80],
  [{ COLUMNS: 'wide' }, undefined, 80],
  [{ COLUMNS: '-5' }, undefined, 80],
])('%j on a terminal of %j → %j', (env, terminal, expected) => {
  expect(lineWidth(env, terminal)).toBe(expected)
})
