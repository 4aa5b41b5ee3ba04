import type { Measure, Weight } from './measure.ts'

/** Text broken at spaces into lines that fit a width; a longer word has a line of its own. */
export function wrapText(text: string, width: number, size: number, weight: Weight, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(longer, size, weight) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
