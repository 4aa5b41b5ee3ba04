/** A JSON object whose values have not been looked at yet. */
export type JsonObject = { [key: string]: unknown }

/** Whether a value is a JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The string under a key, or undefined where there is none. */
export function stringAt(source: JsonObject, key: string): string | undefined {
  const value = source[key]
  return typeof value === 'string' ? value : undefined
}

/** The object under a key, or undefined where there is none. */
export function objectAt(source: JsonObject, key: string): JsonObject | undefined {
  const value = source[key]
  return isObject(value) ? value : undefined
}

/** The objects in the list under a key; anything else in it is left out. */
export function objectsAt(source: JsonObject, key: string): JsonObject[] {
  const value = source[key]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The text of the text object (or bare string) under a key. */
export function textAt(source: JsonObject, key: string): string | undefined {
  const value = source[key]
  if (typeof value === 'string') return value
  return isObject(value) ? stringAt(value, 'text') : undefined
}

/** Parses JSON without throwing: undefined for anything that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
