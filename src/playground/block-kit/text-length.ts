import { isObject, type JsonObject } from '../json.ts'

const unseen = new Set(['options', 'option_groups', 'confirm', 'placeholder', 'value', 'url', 'alt_text'])

/** The number of characters that a block shows, in all its parts. */
export function shownLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + shownLength(item), 0)
  if (!isObject(value)) return 0
  let sum = 0
  for (const [key, inner] of Object.entries(value)) {
    if (unseen.has(key)) continue
    if (typeof inner === 'string') sum += key === 'text' || key === 'title' || key === 'caption' ? inner.length : 0
    else sum += shownLength(inner)
  }
  return sum
}

/** The number of characters in the cells of a table. */
export function cellLength(table: JsonObject): number {
  return shownLength(table.rows)
}
