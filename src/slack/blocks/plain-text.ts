import type { PlainTextElement } from '@slack/types'
import { clip } from '../../pages/clip.ts'
import { limits } from './limits.ts'

/** What stands where there is nothing to say. */
export const nothing = '–'

/** Text that can be seen: Slack refuses what is empty. */
export const visible = (text: string): string => (text.trim() === '' ? nothing : text)

/** Text in which nothing is read as markup or as an emoji, cut where Slack takes no more. */
export const plainText = (text: string, max: number = limits.textObject): PlainTextElement => ({
  type: 'plain_text',
  text: clip(visible(text), max),
  emoji: false,
})
