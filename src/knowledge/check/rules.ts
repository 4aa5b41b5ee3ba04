import type { Rule } from './rule.ts'
import { criteriaParts } from './rules/criteria-parts.ts'
import { dates } from './rules/dates.ts'
import { designParts } from './rules/design-parts.ts'
import { diagramParts } from './rules/diagram-parts.ts'
import { disagreements } from './rules/disagreements.ts'
import { estimatorParts } from './rules/estimator-parts.ts'
import { kinds } from './rules/kinds.ts'
import { knownTopics } from './rules/known-topics.ts'
import { modes } from './rules/modes.ts'
import { neighbourParts } from './rules/neighbour-parts.ts'
import { neighbourWords } from './rules/neighbour-words.ts'
import { plainText } from './rules/plain-text.ts'
import { reasons } from './rules/reasons.ts'
import { references } from './rules/references.ts'
import { signpostParts } from './rules/signpost-parts.ts'
import { sourcesUsed } from './rules/sources-used.ts'
import { valuesInRange } from './rules/values-in-range.ts'
import { wordsUnshared } from './rules/words-unshared.ts'

/** Every rule of `mesh knowledge check`, in the order in which its findings are reported. */
export const rules: readonly Rule[] = [
  knownTopics,
  kinds,
  reasons,
  references,
  modes,
  dates,
  valuesInRange,
  disagreements,
  estimatorParts,
  designParts,
  diagramParts,
  criteriaParts,
  neighbourParts,
  neighbourWords,
  signpostParts,
  plainText,
  wordsUnshared,
  sourcesUsed,
]
