import { expect, it } from 'vitest'
import { numberOf, shuffled } from '../../training/stable-order.ts'

const items = Array.from({ length: 200 }, (_, at) => ({ at, number: numberOf(`question ${at}`) }))
const placesOf = (all: readonly { at: number }[]) => all.map(({ at }) => at)

it('mixes, in each round anew', () => {
  const [first, second] = [placesOf(shuffled(items, 0)), placesOf(shuffled(items, 1))]
  expect(first).not.toEqual(placesOf(items))
  expect(second).not.toEqual(first)
  expect(first.toSorted((a, b) => a - b)).toEqual(placesOf(items))
})

it('leaves all others in their order when there is one more', () => {
  const more = items.toSpliced(50, 0, { at: -1, number: numberOf('one more') })
  for (const round of [0, 1, 14]) {
    expect(placesOf(shuffled(more, round)).filter((at) => at !== -1)).toEqual(placesOf(shuffled(items, round)))
  }
})
