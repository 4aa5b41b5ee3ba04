import type { Condition } from '../knowledge/criteria-schema.ts'
import { type Requirements, valueAt } from './requirements.ts'

/** Whether answers say what a condition asks for. What was not answered fulfils nothing but `answered: false` and `not`. */
export function holds(condition: Condition, requirements: Requirements): boolean {
  const { field, is, not, atLeast, atMost, answered } = condition
  const value = valueAt(requirements, field)
  const values: readonly (string | number | boolean)[] = value === undefined ? [] : isList(value) ? value : [value]
  const [number] = values
  if (answered !== undefined && answered !== values.length > 0) return false
  if (is && !is.some((wanted) => values.includes(wanted))) return false
  if (not?.some((unwanted) => values.includes(unwanted))) return false
  if (atLeast !== undefined && !(typeof number === 'number' && number >= atLeast)) return false
  return atMost === undefined || (typeof number === 'number' && number <= atMost)
}

/** Whether what hangs on a condition, and perhaps on another not holding, is so. */
export const applies = (
  { when, unless }: { readonly when: Condition; readonly unless?: Condition | undefined },
  requirements: Requirements,
): boolean => holds(when, requirements) && !(unless && holds(unless, requirements))

const isList = (value: unknown): value is readonly string[] => Array.isArray(value)
