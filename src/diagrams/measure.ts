/** The weights of the font that are shipped. */
export type Weight = 'regular' | 'semibold'

/** The width of a line of text, in the units of its size. */
export type Measure = (text: string, size: number, weight: Weight) => number
