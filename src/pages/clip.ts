import { type Prose, plain, type Span } from './page.ts'

/** Cuts a text at a word to at most `max` characters, the last of them "…" where something was cut. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > max / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`
}

/** Prose cut to at most `max` characters, keeping the styles of what remains. */
export function clipProse(prose: Prose, max: number): Prose {
  if (plain(prose).length <= max) return prose
  const kept: (string | Span)[] = []
  let room = max
  for (const piece of prose) {
    const text = typeof piece === 'string' ? piece : piece.text
    const clipped = clip(text, room)
    kept.push(typeof piece === 'string' ? clipped : { ...piece, text: clipped })
    room -= clipped.length
    if (clipped !== text || room < 2) break
  }
  return kept
}
