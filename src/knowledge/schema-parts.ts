import { z } from 'zod'
import { badPlaceholder, countable } from '../counted-text.ts'

/** Ids are kebab-case, so that they can be typed in a terminal and in YAML without quotes. */
export const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'use lower-case letters, digits, dots and dashes')

/** Prose that goes on a card as it stands: one paragraph of plain text, no markup. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .min(3)
    .max(max)
    .regex(/^[^\n]*$/, 'must be a single paragraph')

export const date = z.iso.date('write the date as YYYY-MM-DD')
export const url = z.url({ protocol: /^https?$/ })
export const sourceIds = z.array(id).min(1, 'name at least one source')

/** Prose with places for the numbers of somebody's cluster, such as `{pods}` or `{pods|the pod|each of the # pods}`. */
export const countedProse = (max: number) =>
  prose(max).refine((text) => badPlaceholder(text) === undefined, {
    error: ({ input }) =>
      `no place for a number: ${badPlaceholder(String(input))}. There are {${countable.join('}, {')}}, each also as {NAME|for one|for # of them}`,
  })
