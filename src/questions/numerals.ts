/** No more digits before the point than a number holds exactly. */
const decimal = /^\d{1,15}(?:\.\d{1,20})?$/
/** Groups of exactly three digits after the first, all parted alike: 22,000, 1.250.000, 1_000. */
const grouped = /^[1-9]\d{0,2}([.,_])\d{3}(?:\1\d{3}){0,3}$/
const groupedDecimal = /^[1-9]\d{0,2}(?:,\d{3}){1,4}\.\d{1,20}$/
const scaled = /^(\d[\d.,_]*)([km])$/
const decimalComma = /^\d+,\d{1,2}$/
/** Powers of ten. */
const scales = { k: 3, m: 6 } as const

/**
 * A number in digits, as people write it: 640, 22,000, 22.000, 1_000, 2.5, 1.5k, 2m. A point or comma before exactly
 * three digits parts thousands, unless a k or m follows: 1.500k is 1500. Undefined for anything else, such as 1.20.3.
 */
export function numeralOf(word: string): number | undefined {
  const [, amount = '', scale] = scaled.exec(word) ?? []
  if (scale === 'k' || scale === 'm') {
    const plain = decimalComma.test(amount) ? amount.replace(',', '.') : amount
    const digits = decimal.test(plain) ? plain : String(numeralOf(plain))
    // By its digits rather than by multiplying, which would make 1.001k a little less than 1001.
    return digits === 'undefined' ? undefined : Number(`${digits}e${scales[scale]}`)
  }
  if (grouped.test(word)) return Number(word.replaceAll(/[.,_]/g, ''))
  if (groupedDecimal.test(word)) return Number(word.replaceAll(',', ''))
  return decimal.test(word) ? Number(word) : undefined
}

/** What a number in digits is multiplied by, by its k or m. */
export const scaleOf = (word: string): number => {
  const scale = numeralOf(word) === undefined ? undefined : word.at(-1)
  return scale === 'k' || scale === 'm' ? 10 ** scales[scale] : 1
}

/** Whether a word is a number with a decimal point, as versions have: 1.20, and not 22.000. */
export const hasDecimalPoint = (word: string): boolean =>
  decimal.test(word) && word.includes('.') && !grouped.test(word)

/** A number in digits that is read as the same again: one of three decimals gets a fourth. */
export const writeNumeral = (value: number): string => {
  const digits = String(value)
  return grouped.test(digits) ? `${digits}0` : digits
}
