import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { noBrowser } from './chromium.ts'
import { composer, message, say, startDesk } from './desk.ts'
import { useDesk } from './use-desk.ts'

/** The first card of `/mesh table` stays the first: the last may be another by the time that it is looked at. */
const firstCard = (page: Page) =>
  page.getByRole('main').getByRole('article').filter({ hasText: 'Latency, measured' }).first()

describe.skipIf(noBrowser)('messages in the browser', { timeout: 30_000 }, () => {
  const desk = useDesk(() => startDesk())

  it('shows a thread to two people in two windows at once', async () => {
    const ada = await desk.open('ada')
    const ben = await desk.open('ben')
    await say(ada, '@meshwise which mesh is lightest?')
    const question = message(ben, 'which mesh is lightest?')
    await question.getByRole('button', { name: /1 reply/ }).click()
    const thread = ben.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('Istio and Linkerd', { exact: true }).waitFor()
    await thread.getByRole('textbox', { name: 'Reply…' }).fill('Thanks, that helps')
    await ben.keyboard.press('Enter')
    await message(ada, 'which mesh is lightest?')
      .getByRole('button', { name: /2 replies/ })
      .click()
    await ada.getByRole('complementary', { name: 'Thread' }).getByText('Thanks, that helps').waitFor()
  })

  it('draws every block that only displays', async () => {
    const page = await desk.open('ada')
    await say(page, '/mesh table')
    const card = message(page, 'Latency, measured')
    await card.getByRole('columnheader', { name: 'Added p99' }).waitFor()
    await card.getByText('3.1 ms').waitFor()
    await card.getByText('Added latency').first().waitFor()
    await card.getByText('Rust proxy').waitFor()
    await card.getByText('linkerd check').waitFor()
    await card.getByText('Read the facts').waitFor()
    await card.getByRole('button', { name: 'Choose Linkerd' }).waitFor()
    expect(await card.locator('.unknown').count()).toBe(0)
  })

  it('sorts and turns the pages of a data table', async () => {
    const page = await desk.open('ada')
    await say(page, '/mesh table')
    const card = firstCard(page)
    const table = card.getByRole('table', { name: 'Support by mesh' })
    const topics = () => table.getByRole('rowheader').allTextContents()
    expect(await topics()).toEqual(['mTLS', 'Rate limiting'])
    await table.getByRole('button', { name: 'Topic' }).click()
    await table.getByRole('button', { name: 'Topic' }).click()
    expect(await topics()).toEqual(['Wasm', 'Rate limiting'])
    await card.getByRole('button', { name: 'Next' }).click()
    expect(await topics()).toEqual(['mTLS'])
  })

  it('folds a container away', async () => {
    const page = await desk.open('ada')
    await say(page, '/mesh table')
    const card = firstCard(page)
    await card.getByRole('button', { name: 'Why' }).click()
    await card.getByText('Because of the proxy.').waitFor({ state: 'hidden' })
  })

  it('marks what only one person sees, and lets it be dismissed', async () => {
    const ada = await desk.open('ada', { in: 'random' })
    const ben = await desk.open('ben', { in: 'random' })
    await say(ada, '/mesh only for me')
    const answer = message(ada, 'You typed: only for me')
    await answer.getByText('Only visible to you').waitFor()
    expect(await message(ben, 'You typed: only for me').count()).toBe(0)
    await answer.getByRole('button', { name: 'Dismiss message' }).click()
    await answer.waitFor({ state: 'detached' })
  })

  it('acts on every element of a message', async () => {
    const page = await desk.open('ada')
    await say(page, '/mesh card')
    const card = message(page, 'Both do mTLS')
    await card.getByRole('button', { name: /^Pick a mesh/ }).click()
    await page.getByRole('option', { name: 'Cilium' }).click()
    await message(page, 'pick_mesh:').waitFor()
    await card.getByRole('button', { name: /^Pick meshes/ }).click()
    await page.getByRole('option', { name: 'Istio' }).click()
    await page.getByRole('option', { name: 'Linkerd' }).click()
    await page.keyboard.press('Escape')
    await card.getByRole('button', { name: 'Pick meshes: Istio, Linkerd' }).waitFor()
    await card.getByRole('button', { name: /^Search topics/ }).click()
    await page.getByRole('combobox', { name: /^Search: Search topics/ }).fill('mt')
    await page.getByRole('option', { name: 'mTLS' }).click()
    await message(page, 'search_topic:').waitFor()
    await card.getByLabel('Pick a date').fill('2026-12-24')
    await message(page, '2026-12-24').waitFor()
    await card.getByRole('radio', { name: 'Istio' }).check()
    await message(page, 'pick_one:').waitFor()
    await card.getByRole('checkbox', { name: 'Cilium' }).check()
    await message(page, 'pick_some:').waitFor()
    await card.getByRole('button', { name: 'More options' }).click()
    await page.getByRole('menuitem', { name: 'History' }).click()
    await message(page, 'more:').waitFor()
    await card.getByRole('button', { name: 'Good answer' }).click()
    await message(page, 'feedback:').waitFor()
    await card.getByRole('button', { name: 'Delete me' }).click()
    await page.getByRole('alertdialog', { name: 'Delete the card?' }).getByRole('button', { name: 'Delete' }).click()
    await card.waitFor({ state: 'detached' })
  })

  it('says beside a button that the app didn’t answer', async () => {
    const page = await desk.open('ada')
    await say(page, '/mesh card')
    const card = message(page, 'Both do mTLS')
    await card.getByRole('button', { name: 'Nobody listens' }).click()
    await card.getByRole('alert').waitFor()
    expect(await card.getByRole('alert').textContent()).toMatch(/Operation timed out|Status Code 404/)
  })

  it('completes commands and names, and remembers what was said', async () => {
    const page = await desk.open('ada')
    const field = composer(page)
    await field.pressSequentially('/me')
    await page.getByRole('option', { name: /^\/mesh/ }).waitFor()
    await field.press('Tab')
    await field.pressSequentially('inv')
    await page.getByRole('option', { name: /^\/mesh invalid/ }).waitFor()
    await field.press('Enter')
    expect(await field.inputValue()).toBe('/mesh invalid ')
    await field.fill('')
    await field.pressSequentially('Hello @Mesh')
    await field.press('Enter')
    expect(await field.inputValue()).toBe('Hello @Meshwise ')
    await field.press('Enter')
    await message(page, 'Hello @Meshwise').waitFor()
    await field.press('ArrowUp')
    expect(await field.inputValue()).toBe('Hello @Meshwise')
    await field.press('ArrowDown')
    expect(await field.inputValue()).toBe('')
  })

  it('shares files and shows pictures', async () => {
    const page = await desk.open('ada')
    await page
      .getByLabel('File to share')
      .first()
      .setInputFiles({
        name: 'plan.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('the plan'),
      })
    await page.getByRole('link', { name: /plan\.txt/ }).waitFor()
    await say(page, '/mesh picture')
    await page.getByRole('img', { name: 'Istio' }).waitFor()
  })

  it('runs shortcuts, global and on a message', async () => {
    const page = await desk.open('ada')
    await say(page, 'is consul any good?')
    await message(page, 'is consul any good?').hover()
    await message(page, 'is consul any good?').getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /Ask about this/ }).click()
    await message(page, 'About: is consul any good?').waitFor()
    await page.getByRole('button', { name: 'Shortcuts' }).first().click()
    await page.getByRole('menuitem', { name: /Start a decision/ }).click()
    await page.getByRole('dialog', { name: 'Decision' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('edits and deletes one’s own message', async () => {
    const page = await desk.open('ada')
    await say(page, 'a first draft')
    await message(page, 'a first draft').hover()
    await message(page, 'a first draft').getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Edit message' }).click()
    await page.getByRole('textbox', { name: 'Edit message' }).fill('a second draft')
    await page.keyboard.press('Enter')
    const edited = message(page, 'a second draft')
    await edited.getByText('(edited)').waitFor()
    await edited.hover()
    await edited.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete message' }).click()
    await edited.waitFor({ state: 'detached' })
  })
})
