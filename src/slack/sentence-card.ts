import type { Card } from '../cards/card.ts'
import { escapeMarkup } from '../cards/markup.ts'

/** A message that is a plain sentence or two. */
export const sentenceCard = (sentence: string): Card => ({ text: escapeMarkup(sentence), blocks: [] })
