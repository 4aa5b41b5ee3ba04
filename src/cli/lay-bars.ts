import stringWidth from 'string-width'
import type { Chart } from '../pages/page.ts'
import { showNumber } from '../wording.ts'

/** The least width of a bar at which it says something. */
const narrowest = 8

/**
 * A bar for each category, in lines of at most `columns` characters: name, bar, amount. Of a range the certain part is
 * solid, and what may come on top of it shaded. Where the width is too small for bars, names and amounts are left.
 */
export function layBars({ categories, series, shape }: Chart, columns: number): string[] {
  const [first, second] = series
  const bars = categories.map((name, index) => {
    const low = first?.values[index] ?? 0
    const high = shape === 'range' ? (second?.values[index] ?? low) : low
    return { name: printable(name), low, high, amount: amountOf(low, high) }
  })
  const names = Math.max(0, ...bars.map(({ name }) => stringWidth(name)))
  const amounts = Math.max(0, ...bars.map(({ amount }) => amount.length))
  const room = columns - names - amounts - 4
  const most = Math.max(...bars.map(({ high }) => high), Number.MIN_VALUE)
  return bars.map(({ name, low, high, amount }) => {
    const label = name + ' '.repeat(names - stringWidth(name))
    if (room < narrowest) return `${name}: ${amount}`
    const solid = Math.max(0, Math.round((low / most) * room))
    const whole = Math.max(Math.round((high / most) * room), high > 0 ? 1 : 0, solid)
    return `${label}  ${'█'.repeat(solid)}${'░'.repeat(whole - solid)}${' '.repeat(room - whole)}  ${amount}`
  })
}

const amountOf = (low: number, high: number): string => {
  const [from, to] = [showNumber(low), showNumber(high)]
  return from === to ? from : `${from}–${to}`
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
