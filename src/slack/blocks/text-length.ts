/** Names under which blocks have text that is shown. */
const shown = new Set(['text', 'title', 'url', 'x_label', 'y_label', 'label', 'name', 'alt_text'])

/** How many characters blocks show at most, addresses and labels included. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (typeof inner === 'string' ? (shown.has(key) ? inner.length : 0) : textLength(inner)),
    0,
  )
}
