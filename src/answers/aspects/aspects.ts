import type { Aspect } from '../../questions/question.ts'
import { amount } from './amount.ts'
import type { AspectRow } from './aspect.ts'
import { byDefault } from './default.ts'
import { duration } from './duration.ts'
import { edition } from './edition.ts'
import { limits } from './limits.ts'
import { maturity } from './maturity.ts'
import { needs } from './needs.ts'
import { since } from './since.ts'
import { sure } from './sure.ts'
import { until } from './until.ts'
import { via } from './via.ts'
import { why } from './why.ts'

/** What can be asked of a fact beside whether and what it is. */
export type Special = Exclude<Aspect, 'can' | 'what'>

/** One row an aspect: a new one is a word of the question, its phrases, a file here and this row. */
export const aspectRows = {
  default: byDefault,
  since,
  until,
  edition,
  maturity,
  needs,
  via,
  limits,
  why,
  sure,
  amount,
  duration,
} as const satisfies { readonly [A in Special]: AspectRow }
