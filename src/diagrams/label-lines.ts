import type { Arrow } from './scene.ts'

/** On a line across, a label is broken in two at the space nearest its middle, since width is what a phone lacks. */
export function labelLines({ label, runs }: Pick<Arrow, 'label' | 'runs'>): readonly string[] {
  if (runs !== 'across' || label.length <= 12) return [label]
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index)
  const middle = label.length / 2
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return at === undefined ? [label] : [label.slice(0, at), label.slice(at + 1)]
}
