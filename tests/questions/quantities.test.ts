import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberOf } from '../../src/commands/size-words.ts'
import { numeralOf, writeNumeral } from '../../src/questions/numerals.ts'
import { findQuantities, quantityOf } from '../../src/questions/quantities.ts'
import { tokenize } from '../../src/questions/tokens.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'

const words = ownWords().quantities
const numbersIn = (text: string) => findQuantities(tokenize(text), words).map(({ value }) => value)

const small = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ')
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A number in English, such as "two hundred and fifty thousand forty-one". */
function spell(n: number, hyphen: string, and: string): string {
  const rest = (amount: number) => (amount === 0 ? '' : ` ${and}${spell(amount, hyphen, and)}`)
  for (const [factor, name] of [
    [1_000_000_000, 'billion'],
    [1_000_000, 'million'],
    [1_000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (n >= factor) return `${spell(Math.floor(n / factor), hyphen, and)} ${name}${rest(n % factor)}`
  }
  if (n < 20) return small[n] ?? ''
  return n % 10 === 0 ? (tens[n / 10] ?? '') : `${tens[Math.floor(n / 10)]}${hyphen}${small[n % 10]}`
}

const grouped = (n: number, separator: string) => String(n).replace(/\B(?=(\d{3})+$)/g, separator)

describe('any whole number', () => {
  const whole = fc.oneof(fc.nat({ max: 2_000 }), fc.nat({ max: 2_000_000_000 }))
  const ways: [name: string, write: fc.Arbitrary<(n: number) => string>][] = [
    ['in digits', fc.constant(String)],
    [
      'in groups of three',
      fc.constantFrom(',', '.', '_', '\u2009', '\u202f', '\u00a0').map((one) => (n: number) => grouped(n, one)),
    ],
    ['in thousands', fc.constantFrom('k', 'K').map((k) => (n: number) => `${n / 1_000}${k}`)],
    ['in thousands with all digits', fc.constant((n: number) => `${(n / 1_000).toFixed(3)}k`)],
    ['in millions', fc.constantFrom('m', 'M', ' million').map((m) => (n: number) => `${n / 1_000_000}${m}`)],
    [
      'in full-width digits',
      fc.constant((n: number) => String(n).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)] ?? '')),
    ],
  ]
  for (const [name, way] of ways) {
    it(`${name} is read as itself`, () => {
      fc.assert(
        fc.property(whole, way, (n, write) => {
          fc.pre(!/e/.test(write(n).replace(/[a-z ]+$/i, '')))
          expect(numbersIn(`about ${write(n)} pods`)).toEqual([n])
          expect(quantityOf(write(n), words)).toBe(n)
          expect(numbersIn(`pods=${write(n)} nodes`)).toEqual([n])
        }),
      )
    })
  }

  it('in words is read as itself', () => {
    const positive = whole.filter((n) => n > 0)
    fc.assert(
      fc.property(positive, fc.constantFrom('-', ' '), fc.constantFrom('', 'and '), (n, hyphen, and) => {
        expect(numbersIn(`about ${spell(n, hyphen, and)} pods`)).toEqual([n])
        expect(quantityOf(spell(n, hyphen, and), words)).toBe(n)
      }),
    )
  })

  it('below zero is never read as one above', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('-', '−', 'minus ', 'negative '),
        fc.constantFrom('', ',', '_'),
        (n, sign, separator) => {
          expect(numbersIn(`for ${sign}${grouped(n, separator)} pods`)).toEqual([-n])
          expect(quantityOf(`${sign}${grouped(n, separator)}`, words)).toBe(-n)
        },
      ),
    )
  })

  it('is written so that it is read as the same again, and so is a decimal', () => {
    const decimal = fc.oneof(
      whole,
      fc.tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 9_999 })).map(([a, b]) => a + b / 10_000),
      fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })).map(([a, b]) => a + b / 1_000),
    )
    fc.assert(fc.property(decimal, (n) => numeralOf(writeNumeral(n)) === n))
    expect(numeralOf(writeNumeral(0.1 + 0.2))).toBe(0.1 + 0.2)
  })
})

describe('numbers as people write them', () => {
  it.each([
    ['22,000 pods', [22_000]],
    ['22.000 pods', [22_000]],
    ['22 000 pods', [22_000]],
    ['1.5k', [1500]],
    ['1,5k', [1500]],
    ['2.5', [2.5]],
    ['0.125', [0.125]],
    ['1,234.5', [1234.5]],
    ['1_000', [1000]],
    ['1 million', [1_000_000]],
    ['half a million', [500_000]],
    ['half a dozen', [6]],
    ['a hundred', [100]],
    ['a hundred thousand', [100_000]],
    ['a couple of hundred', [200]],
    ['couple of pods', [2]],
    ['a few thousand', [3000]],
    ['tens of thousands', [20_000]],
    ['hundreds of thousands', [200_000]],
    ['thousands', [2000]],
    ['dozens of services', [24]],
    ['two dozen', [24]],
    ['2k–3k', [2500]],
    ['2-3k', [2500]],
    ['2k to 3k', [2500]],
    ['3-4 engineers', [4]],
    ['between two and three thousand pods', [2500]],
    ['from 500 to 2000', [500, 2000]],
    ['twenty nodes, five people', [20, 5]],
    ['two hundred, fifty nodes', [200, 50]],
    ['nodes 20 500 pods', [20, 500]],
    ['version 1.20.3', []],
    ['2,5 pods', []],
    ['1e9', []],
    ['which one', []],
    ['few pods', []],
  ])('%j', (text, expected) => expect(numbersIn(text)).toEqual(expected))

  it('any text at all is read without an error, as finite numbers', () => {
    const word = fc.constantFrom(
      'hundred',
      'thousand',
      'million',
      'of',
      'and',
      'a',
      'half',
      '9',
      '-',
      'k',
      '1,000',
      'to',
    )
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.array(word, { maxLength: 300 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(wild, (text) => {
        expect(numbersIn(text).every(Number.isFinite)).toBe(true)
        expect(typeof quantityOf(text, words)).toBe('number')
      }),
    )
    expect(numbersIn('9'.repeat(5_000)).every(Number.isFinite)).toBe(true)
  })

  it('in a flag or a field are one number or none', () => {
    for (const text of ['', 'x', '5x', '1e9', '--1', '5 pods', '1 2', '1,00', '1_0', '500$']) {
      expect(numberOf(text), text).toBeNaN()
    }
    expect(['22,000', '22.000', '2k–3k', '-5', ' 500 '].map((text) => numberOf(text))).toEqual([
      22_000, 22_000, 2500, -5, 500,
    ])
    expect(numberOf('half a million', words)).toBe(500_000)
    expect(numberOf('minus 5', words)).toBe(-5)
  })
})
