/** What there is a number of in somebody's cluster, as texts of the knowledge may name it. */
export const countable = ['pods', 'nodes', 'waypoints', 'servers'] as const
type Countable = (typeof countable)[number]

export type Counts = Readonly<Record<Countable, number>>

const isCountable = (name: string): name is Countable => countable.some((one) => one === name)

/** `{pods}`, or `{pods|the pod|each of the # pods}`: what to say of one, and what of more, with `#` for their number. */
const placeholder = /\{([a-z]*)(?:\|([^{}|]*)\|([^{}|]*))?\}/g
const number = new Intl.NumberFormat('en')

/** Puts the numbers of a cluster in the places that a text leaves for them. */
export const withCounts = (text: string, counts: Counts): string =>
  text.replace(placeholder, (whole, name: string, one?: string, more?: string) => {
    if (!isCountable(name)) return whole
    const shown = number.format(counts[name])
    return ((counts[name] === 1 ? one : more) ?? '#').replaceAll('#', shown)
  })

/** The first thing in braces that is no place for a number, or a brace that stands alone. Undefined where all is well. */
export function badPlaceholder(text: string): string | undefined {
  const unknown = [...text.matchAll(placeholder)].find(([, name = '']) => !isCountable(name))
  return unknown?.[0] ?? /\{[^}]*\}?|\}/.exec(text.replace(placeholder, ''))?.[0]
}
