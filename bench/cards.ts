/**
 * Measures how large cards are: words and characters of what is visible before anything is unfolded, its buttons and
 * table rows, and its height in pixels in the playground at 1280 and 390 wide and at the width of a thread:
 * `npm run bench:cards`. Needs Chromium, as the browser tests do. One screen is 120 words and about 700 px.
 */
import type { Locator, Page } from 'playwright-core'
import { message, say, startMeshwiseDesk } from '../tests/browser/desk.ts'

/** A card of every kind: the command, and words that are on it. */
const cards: readonly (readonly [command: string, shows: string])[] = [
  ['fact linkerd on memory-overhead', 'Linkerd · Memory overhead'],
  ['fact istio on mutual-tls', 'Istio · Mutual TLS'],
  ['fact all on retries', 'All meshes · Retries and timeouts'],
  ['compare istio cilium', 'Istio vs Cilium · Overall'],
  ['compare all', 'Linkerd · Overall'],
  ['compare all on security', 'Linkerd · Security'],
  ['compare istio linkerd on memory-overhead', 'Istio vs Linkerd · Memory overhead'],
  ['best on latency-overhead', 'Best · Latency overhead'],
  ['best on memory-overhead', 'Best · Memory overhead'],
  ['estimate pods=500 nodes=20 rps=2000 l7', 'Estimate · 500 pods on 20 nodes'],
  ['migrate istio linkerd', 'Moving · Istio to Linkerd'],
  ['show istio', 'Istio · Profile'],
  ['sources istio', 'Istio · Sources'],
  ['define waypoint', 'Meaning of Waypoint'],
  ['topics', 'Topics'],
  ['ask which mesh should a team of three with 40 services take?', 'Recommendation'],
]

/** What a message has of the thread pane of the playground, in a window 1280 wide. */
const threadWidth = 392

interface Size {
  words: number
  characters: number
  buttons: number
  rows: number
}

const desk = await startMeshwiseDesk()
const table: Record<string, Size & Record<'1280' | 'thread' | '390', number>> = {}
const wide = await desk.open('ada', { in: 'random' })
const narrow = await desk.open('ada', { in: 'random', width: 390 })
const answered = async (page: Page, command: string, shows: string): Promise<Locator> => {
  await say(page, `/mesh ${command}`)
  const card = message(page, shows)
  await card.waitFor()
  return card
}
for (const [command, shows] of cards) {
  const card = await answered(wide, command, shows)
  const small = await answered(narrow, command, shows)
  table[command] = {
    ...(await sizeOf(card)),
    1280: await heightOf(card),
    thread: await heightAt(card, threadWidth),
    390: await heightOf(small),
  }
}
console.table(table)
// What is open would keep the process.
process.exit()

/** What can be read of a card before anything is unfolded. */
async function sizeOf(card: Locator): Promise<Size> {
  const visible = (await card.locator('.blocks').first().innerText()).replace(/\s+/g, ' ').trim()
  return {
    words: visible.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    characters: visible.length,
    buttons: await card.locator('.block-actions').locator('button:visible').count(),
    rows: await card.locator('tbody tr:visible').count(),
  }
}

function heightOf(card: Locator): Promise<number> {
  return card
    .locator('.blocks')
    .first()
    .evaluate((blocks) => Math.round(blocks.getBoundingClientRect().height))
}

/** The height of a card were it so wide. */
async function heightAt(card: Locator, width: number): Promise<number> {
  const blocks = card.locator('.blocks').first()
  await blocks.evaluate((element, to) => element.style.setProperty('width', `${to}px`), width)
  const height = await heightOf(card)
  await blocks.evaluate((element) => element.style.removeProperty('width'))
  return height
}
