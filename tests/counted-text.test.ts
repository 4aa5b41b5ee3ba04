import { describe, expect, it } from 'vitest'
import { badPlaceholder, withCounts } from '../src/counted-text.ts'

const counts = { pods: 1_500, nodes: 1, waypoints: 0, servers: 3 }

describe('a text with places for numbers', () => {
  it.each([
    ['{pods} pods', '1,500 pods'],
    ['{nodes|the one node|each of the # nodes}', 'the one node'],
    ['{pods|the one pod|each of the # pods}', 'each of the 1,500 pods'],
    ['{waypoints|1 waypoint|# waypoints}', '0 waypoints'],
    ['{servers|It|All #} and {nodes}', 'All 3 and 1'],
    ['nothing of the kind', 'nothing of the kind'],
  ])('%s', (text, filled) => {
    expect(badPlaceholder(text)).toBeUndefined()
    expect(withCounts(text, counts)).toBe(filled)
  })

  it.each([
    ['{podz} pods', '{podz}'],
    ['{pods|one} pods', '{pods|one}'],
    ['{pods|a|b|c} pods', '{pods|a|b|c}'],
    ['{} pods', '{}'],
    ['{pods pods', '{pods pods'],
    ['pods} pods', '}'],
  ])('%s is refused', (text, bad) => {
    expect(badPlaceholder(text)).toBe(bad)
  })
})
