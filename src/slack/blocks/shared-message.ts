import { clip } from '../../pages/clip.ts'
import { limits } from './limits.ts'
import { escapeMarkup } from './markup.ts'
import type { Message } from './message.ts'
import { contextBlock } from './part-blocks.ts'

const longestLine = 100

/** A message that says who shared it, by a name and not a mention: nobody is to be pinged for that. */
export function sharedBy(name: string, { text, blocks, withoutFolds }: Message): Message {
  const line = clip(`Shared by ${name}`, longestLine)
  return {
    text: endingWith(text, escapeMarkup(line)),
    blocks: [...blocks, contextBlock(line)],
    ...(withoutFolds ? { withoutFolds: [...withoutFolds, contextBlock(line)] } : {}),
  }
}

/** A text with a line more at its end. Where there's no room, lines above its last one give way. */
function endingWith(text: string, line: string): string {
  const room = limits.fallbackText - line.length - 1
  if (text.length <= room) return `${text}\n${line}`
  const above = text.split('\n')
  const last = `…\n${above.pop() ?? ''}`.slice(0, room).replace(/&[a-z]*$/, '')
  while (above.length > 0 && above.join('\n').length + 1 + last.length > room) above.pop()
  return [...above, last, line].join('\n')
}
