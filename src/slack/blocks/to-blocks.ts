import type { ContainerBlock } from '@slack/types'
import { foldHeight, linesOfPage } from '../../pages/lines-in.ts'
import { screen } from '../../pages/one-screen.ts'
import type { Choice, Fold, Page } from '../../pages/page.ts'
import { actionsBlock } from './actions-block.ts'
import { fitPage, notice } from './fit.ts'
import { choicesLength, fitChoices } from './fit-choices.ts'
import { foldBlock } from './fold-block.ts'
import { limits } from './limits.ts'
import { headerBlock, type MessageBlock, partBlocks, proseBlock } from './part-blocks.ts'
import { textLength } from './text-length.ts'

/** More buttons than this nobody reads: others are folded. */
const mostChoices = 4

/** What choices may take of a message at most. */
const choicesRoom = 2_500

/**
 * A page as Slack's blocks. Whatever the page holds, they keep within Slack's limits and can ping nobody. What is folded
 * becomes containers as far as there is room; what there is no room for, and whatever `withFolds` false leaves out, is
 * behind a button for Details.
 */
export function toBlocks(page: Page, withFolds = true): MessageBlock[] {
  const { details = [] } = page
  const { shown, isWhole } = fitPage(page, choicesRoom)
  const folds = [...figuresOf(shown), ...(page.folds ?? [])]
  const top = [headerBlock(shown.understood, 2), proseBlock(shown.lead), ...shown.parts.flatMap(partBlocks)]
  const inPlace = withFolds ? fitFolds(folds, top).slice(0, foldsAtOnce(page)) : []
  const left = folds.filter((fold) => !inPlace.some((one) => one.fold === fold))
  const isPartial = !isWhole || details.length > 0 || left.some(({ parts }) => parts.length > 0)
  const [toDetails] = isPartial ? fitChoices([[{ kind: 'details', command: page.command }]], choicesRoom) : []
  const { first, others } = inOrder([...page.choices.flat(), ...left.flatMap(({ choices = [] }) => choices)], toDetails)
  const more =
    withFolds && others.length > 0 ? foldBlock({ title: 'More to ask', parts: [], choices: others }, false) : undefined
  const row = more ? first : [...first, ...others]
  return [
    ...top,
    ...(isPartial && !toDetails ? partBlocks(notice(page.command)) : []),
    ...inPlace.map(({ block }) => block),
    ...(more ? [more] : []),
    ...(row.length > 0 ? [actionsBlock(row.slice(0, limits.actionsElements))] : []),
  ]
}

/** The figures of the charts that are drawn. */
const figuresOf = ({ parts }: Page): Fold[] =>
  parts.flatMap((part) => (part.kind === 'chart' ? [{ title: part.figures.heading, parts: [part.figures] }] : []))

/** How many folds there are on a card so that it stays one screen; one at least. Others are behind Details. */
const foldsAtOnce = (page: Page): number => Math.max(1, Math.floor((screen.lines - linesOfPage(page)) / foldHeight) - 1)

/** As many folds as a message has room for, in their order. */
function fitFolds(folds: readonly Fold[], top: readonly MessageBlock[]): { fold: Fold; block: ContainerBlock }[] {
  let characters = limits.messageText - choicesRoom - textLength(top)
  // Kept free for a notice, the choices, and what is folded of these.
  let blocks = limits.blocks - 4 - top.length
  let hasTable = top.some(({ type }) => type === 'table')
  return folds.flatMap((fold) => {
    const block = foldBlock(fold, !hasTable)
    if (!block) return []
    const length = textLength([block])
    if (length > characters || block.child_blocks.length + 1 > blocks) return []
    characters -= length
    blocks -= block.child_blocks.length + 1
    hasTable ||= block.child_blocks.some(({ type }) => type === 'table')
    return [{ fold, block }]
  })
}

/** The few choices that are seen at once, what is behind Details and sharing among them, and the others. */
function inOrder(choices: readonly Choice[], details: readonly Choice[] = []): { first: Choice[]; others: Choice[] } {
  const share = fitChoices([choices.filter(({ kind }) => kind === 'share')], choicesRoom).flat()
  const asks = fitChoices(
    [choices.filter(({ kind }) => kind !== 'share')],
    choicesRoom - choicesLength([details, share]),
  ).flat()
  const most = mostChoices - details.length - share.length
  return { first: [...asks.slice(0, most), ...details, ...share], others: asks.slice(most) }
}
