import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { noBrowser } from './chromium.ts'
import { message, say, startDesk } from './desk.ts'
import { useDesk } from './use-desk.ts'

describe.skipIf(noBrowser)('the inspector', { timeout: 30_000 }, () => {
  const desk = useDesk(() => startDesk())

  async function inspect(page: Page) {
    await page.getByRole('button', { name: 'Inspector' }).click()
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    await inspector.waitFor()
    return inspector
  }

  it('shows a request with its headers, its acknowledgement, and copies it', async () => {
    const page = await desk.open('ada')
    const inspector = await inspect(page)
    await say(page, '/mesh card')
    await inspector
      .getByRole('button', { name: /slash_command/ })
      .first()
      .click()
    await inspector.getByText('Block Kit: within all limits').waitFor()
    await inspector.getByText('Request headers').click()
    await inspector.getByText('x-slack-signature', { exact: true }).waitFor()
    await inspector.getByText(/Acknowledgement: 200 in \d+ ms/).waitFor()
    await inspector.getByRole('button', { name: 'Copy as JSON' }).click()
    await page.getByText('Copied as JSON.').waitFor()
    const copied: unknown = JSON.parse(await page.evaluate('navigator.clipboard.readText()'))
    expect(copied).toMatchObject({ command: '/mesh', text: 'card', user_name: 'ada' })
  })

  it('replays a request', async () => {
    const page = await desk.open('ada')
    const inspector = await inspect(page)
    await say(page, '@meshwise once more?')
    const question = message(page, 'once more?')
    await question.getByRole('button', { name: /1 reply/ }).waitFor()
    await inspector
      .getByRole('button', { name: /app_mention/ })
      .first()
      .click()
    await inspector.getByRole('button', { name: 'Replay' }).click()
    await question.getByRole('button', { name: /2 replies/ }).waitFor()
    await inspector
      .getByRole('button', { name: /replay of #\d+/ })
      .first()
      .waitFor()
  })

  it('shows the validator’s verdict on blocks that Slack refuses', async () => {
    const page = await desk.open('ada')
    const inspector = await inspect(page)
    await say(page, '/mesh invalid')
    await inspector
      .getByRole('button', { name: /chat\.postMessage .*1 finding/ })
      .first()
      .click()
    await inspector.getByText('/blocks/0/type', { exact: true }).waitFor()
    await inspector.getByText('nonsense is not a block').first().waitFor()
  })

  it('lets one see what the app does when Slack fails and recovers', async () => {
    const page = await desk.open('ben')
    const inspector = await inspect(page)
    await inspector.getByRole('button', { name: 'Slack’s health' }).click()
    await inspector.getByLabel(/^Fails/).selectOption('429 ratelimited, with Retry-After')
    await inspector.getByLabel(/^Retry-After/).fill('1')
    await inspector.getByLabel(/^Calls that still fail/).fill('1')
    await say(page, '@meshwise still there?')
    await inspector.getByRole('button', { name: 'Exchanges' }).click()
    await inspector
      .getByRole('button', { name: /chat\.postMessage.*429/ })
      .first()
      .waitFor()
    await message(page, 'still there?')
      .getByRole('button', { name: /1 reply/ })
      .waitFor()
    await inspector.getByRole('button', { name: 'Slack’s health' }).click()
    expect(await inspector.getByLabel(/^Calls that still fail/).inputValue()).toBe('0')
    await inspector.getByLabel(/^Fails/).selectOption('Never')
  })

  it('posts scheduled messages on demand', async () => {
    const page = await desk.open('ada')
    const inspector = await inspect(page)
    await say(page, '/mesh remind')
    await inspector.getByRole('button', { name: /Scheduled \(1\)/ }).click()
    await inspector.getByRole('button', { name: 'Post now' }).click()
    await message(page, 'Vote closes').waitFor()
  })

  it('starts over', async () => {
    const page = await desk.open('ada')
    await say(page, 'to be forgotten')
    await message(page, 'to be forgotten').waitFor()
    await page.getByRole('button', { name: /Start over/ }).click()
    await page.getByText('The workspace is as it was at the start.').waitFor()
    await message(page, 'to be forgotten').waitFor({ state: 'detached' })
    await say(page, '/mesh and it still answers')
    await message(page, 'You typed: and it still answers').waitFor()
  })
})
