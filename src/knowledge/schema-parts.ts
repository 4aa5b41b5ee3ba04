import { z } from 'zod'

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
