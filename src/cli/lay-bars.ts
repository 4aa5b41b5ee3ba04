import stringWidth from 'fast-string-width'
import type { Chart } from '../pages/page.ts'
import { showNumber } from '../wording.ts'

/** The least width of a bar at which it says something. */
const narrowest = 8
/** What the parts of a bar are drawn with, in the order of the series. */
const fills = ['█', '▓', '▒', '░'] as const

interface Bar {
  readonly name: string
  /** The parts of the bar, one behind the other. */
  readonly parts: readonly number[]
  readonly amount: string
}

/**
 * A bar for each category, in lines of at most `columns` characters: name, bar, amount. Of a range the certain part is
 * solid, and what may come on top of it shaded; of several series each is a part of the bar in a shade of its own, told
 * below, and the amount is that of all. Where the width is too small for bars, names and amounts are left.
 */
export function layBars({ categories, series, shape }: Chart, columns: number): string[] {
  const bars = categories.map((category, index): Bar => {
    const values = series.map(({ values }) => values[index] ?? 0)
    const name = printable(category)
    if (shape !== 'range') return { name, parts: values, amount: showNumber(sumOf(values)) }
    const [low = 0, high = low] = values
    return { name, parts: [low, high - low], amount: amountOf(low, high) }
  })
  const names = Math.max(0, ...bars.map(({ name }) => stringWidth(name)))
  const amounts = Math.max(0, ...bars.map(({ amount }) => amount.length))
  const room = columns - names - amounts - 4
  if (room < narrowest) return bars.map(({ name, amount }) => `${name}: ${amount}`)
  const most = Math.max(...bars.map(({ parts }) => sumOf(parts)), Number.MIN_VALUE)
  const shades = shape === 'range' ? ['█', '░'] : fills
  const lines = bars.map(({ name, parts, amount }) => {
    const drawn = drawParts(parts, shades, room / most)
    return `${name}${' '.repeat(names - stringWidth(name))}  ${drawn}${' '.repeat(Math.max(0, room - drawn.length))}  ${amount}`
  })
  return shape === 'range' || series.length < 2 ? lines : [...lines, ...legend(series)]
}

/** Ends of parts are rounded, not parts, so that the bar is as long as all of them; what is above zero shows. */
function drawParts(parts: readonly number[], shades: readonly string[], scale: number): string {
  const ends = parts.map((_, at) => Math.round(sumOf(parts.slice(0, at + 1)) * scale))
  const drawn = ends
    .map((end, at) => (shades[at % shades.length] ?? '█').repeat(Math.max(0, end - (ends[at - 1] ?? 0))))
    .join('')
  return drawn === '' && sumOf(parts) > 0 ? (shades.at(-1) ?? '░') : drawn
}

const legend = (series: Chart['series']): string[] =>
  series.map(({ name }, at) => `${fills[at % fills.length]} ${printable(name)}`)

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const amountOf = (low: number, high: number): string => {
  const [from, to] = [showNumber(low), showNumber(high)]
  return from === to ? from : `${from}–${to}`
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
