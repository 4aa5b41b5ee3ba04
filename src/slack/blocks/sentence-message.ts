import { escapeMarkup } from './markup.ts'
import type { Message } from './message.ts'

/** A message that is a plain sentence or two. */
export const sentenceMessage = (sentence: string): Message => ({ text: escapeMarkup(sentence), blocks: [] })
