import type { Answer } from '../../answers/answer.ts'
import { pageOf } from '../../commands/table.ts'
import type { Catalogue } from '../../pages/catalogue.ts'
import type { Fold, Page } from '../../pages/page.ts'
import { toMessageText } from './message-text.ts'
import type { MessageBlock } from './part-blocks.ts'
import { toBlocks } from './to-blocks.ts'

/** A message as Slack takes it: `text` says what is seen, for notifications, screen readers and clients without blocks. */
export interface Message {
  readonly text: string
  readonly blocks: readonly MessageBlock[]
  /** The blocks for where Slack refuses these: without what folds, which Details show. */
  readonly withoutFolds?: readonly MessageBlock[]
}

export interface MessageOptions {
  /** True where only one person sees the card, so that a button to show it to the channel makes sense. */
  readonly shareable: boolean
  /** What the selects of a comparison offer. */
  readonly catalogue: Catalogue
  /** Where the chat has the picture of the answer, or why it has none. */
  readonly picture?: { readonly file: string } | { readonly missing: string }
}

/** An answer as a Slack message, within every limit of Slack's. */
export function messageOf(answer: Answer, { shareable, catalogue, picture }: MessageOptions): Message {
  const page = pictured(answer, pageOf(answer, catalogue), picture)
  const shown = picture && 'file' in picture ? withWordsFolded(page) : page
  return messageFrom(page, shareable ? withShare(shown, answer) : shown)
}

/** A page whose lists are folded, each with what there was no room for in it: a picture beside them takes the screen. */
function withWordsFolded(page: Page): Page {
  const { parts, folds = [] } = page
  const lists = parts.filter((part) => part.kind === 'list')
  const restOf = (heading: string) => folds.filter(({ title }) => title.startsWith(`${heading}: `))
  const words = lists.map(
    ({ heading = 'In words', ...list }): Fold => ({
      title: heading,
      parts: [list, ...restOf(heading).flatMap((rest) => rest.parts)],
    }),
  )
  const rests = words.flatMap(({ title }) => restOf(title))
  return {
    ...page,
    parts: parts.filter((part) => part.kind !== 'list'),
    folds: [...words, ...folds.filter((fold) => !rests.includes(fold))],
  }
}

/** A page with its picture put where it belongs, or a note that says why there is none. */
function pictured(answer: Answer, page: Page, picture: MessageOptions['picture']): Page {
  if (answer.kind !== 'diagram' || picture === undefined) return page
  if ('file' in picture) {
    const parts = page.parts.map((part) => (part.kind === 'picture' ? { ...part, file: picture.file } : part))
    return { ...page, parts }
  }
  const text = `There is no picture here: ${picture.missing}. In a terminal, mesh ${page.command} --out FILE.png draws it.`
  return { ...page, parts: [...page.parts, { kind: 'note', text: [text] }] }
}

/** A page as a message: the text says what the page says, the blocks what they show. */
export function messageFrom(page: Page, shown: Page = page): Message {
  const blocks = toBlocks(shown)
  const folds = blocks.some(({ type }) => type === 'container')
  return { text: toMessageText(page), blocks, ...(folds ? { withoutFolds: toBlocks(shown, false) } : {}) }
}

function withShare(page: Page, { command }: Answer): Page {
  const share = { kind: 'share', command } as const
  const rows = page.choices.length > 1 ? page.choices : [...page.choices, []]
  return { ...page, choices: rows.map((row, index) => (index === rows.length - 1 ? [...row, share] : row)) }
}
