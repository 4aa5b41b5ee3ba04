import { expect, test } from 'vitest'
import type { Cell, ModeCell } from '../../src/knowledge/schema.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

interface Named {
  readonly name: string
  readonly cell: Cell | ModeCell
}

const cells: readonly Named[] = ownKnowledge().meshes.flatMap(({ id, facts }) =>
  Object.entries(facts).flatMap(([topic, cell]) => [
    { name: `${id}/${topic}`, cell },
    ...Object.entries(cell.modes).map(([mode, own]) => ({ name: `${id}/${topic}/${mode}`, cell: own })),
  ]),
)
const where = (wrong: (cell: Named['cell']) => boolean) =>
  cells.filter(({ cell }) => cell.support && wrong(cell)).map(({ name }) => name)

test('what is below beta, or only in the paid edition, is partial', () => {
  expect(where(({ support, maturity }) => support === 'yes' && maturity === 'alpha')).toEqual([])
  expect(where(({ support, edition }) => support === 'yes' && edition === 'enterprise')).toEqual([])
})

test('maturity and edition stand only where the mesh itself does it', () => {
  const isOwn = (support: Named['cell']['support']) => support === 'yes' || support === 'partial'
  expect(where(({ support, maturity, edition }) => !isOwn(support) && Boolean(maturity ?? edition))).toEqual([])
})
