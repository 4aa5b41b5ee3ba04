import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noBrowser } from './chromium.ts'
import { type Desk, message, say, startDesk } from './desk.ts'

describe.skipIf(noBrowser)('modals and App Home in the browser', { timeout: 30_000 }, () => {
  let desk: Desk

  beforeAll(async () => {
    desk = await startDesk()
  }, 60_000)

  afterEach(async () => {
    expect(await desk.closeWindows()).toEqual([])
  })

  afterAll(() => desk.close())

  it('goes through a wizard from start to post', async () => {
    const ada = await desk.open('ada')
    const ben = await desk.open('ben')
    await say(ada, '/mesh modal')
    const wizard = ada.getByRole('dialog', { name: 'Wizard' })
    await wizard.getByLabel('Name').fill('prod-eu')
    await wizard.getByLabel('Nodes').fill('40')
    await wizard.getByRole('button', { name: /^Candidates/ }).click()
    await ada.getByRole('option', { name: 'Istio' }).click()
    await ada.keyboard.press('Escape')
    await wizard.getByRole('radio', { name: 'Some' }).check()
    await wizard.getByRole('checkbox', { name: 'mTLS' }).check()
    await wizard.getByLabel('Deadline').fill('2027-01-15')
    await wizard.getByRole('button', { name: 'Next' }).click()
    await wizard.waitFor({ state: 'detached' })
    await message(ben, 'Recorded prod-eu').waitFor()
  })

  it('shows what is wrong at its field, first by Slack and then by the app', async () => {
    const page = await desk.open('ada')
    await say(page, '/mesh modal')
    const wizard = page.getByRole('dialog', { name: 'Wizard' })
    const next = wizard.getByRole('button', { name: 'Next' })
    await next.click()
    await wizard.getByText('Please complete this required field.').first().waitFor()
    expect(await wizard.getByText('Please complete this required field.').count()).toBe(4)
    expect(await wizard.getByLabel('Name').evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true)
    await wizard.getByLabel('Name').fill('ab')
    await wizard.getByLabel('Nodes').fill('many')
    await next.click()
    await wizard.getByText('Please enter at least 3 characters.').waitFor()
    await wizard.getByText('Please enter a number.').waitFor()
    await wizard.getByLabel('Name').fill('taken')
    await wizard.getByLabel('Nodes').fill('4')
    await wizard.getByRole('button', { name: /^Candidates/ }).click()
    await page.getByRole('option', { name: 'Istio' }).click()
    await page.keyboard.press('Escape')
    await wizard.getByRole('radio', { name: 'None' }).check()
    await next.click()
    await wizard.getByText('That name is taken').waitFor()
    expect(await wizard.getByLabel('Name').getAttribute('aria-invalid')).toBe('true')
  })

  it('keeps what was entered while another modal lies on top', async () => {
    const page = await desk.open('ben')
    await say(page, '/mesh modal')
    await page.getByRole('dialog', { name: 'Wizard' }).getByLabel('Name').fill('kept')
    await page.getByRole('dialog').getByRole('button', { name: 'Help' }).click()
    await page.getByRole('dialog', { name: 'Help' }).getByRole('button', { name: 'Deeper' }).click()
    await page.getByRole('dialog', { name: 'Help' }).getByText('Some help').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Back' }).first().click()
    await page.getByRole('dialog', { name: 'Help' }).getByRole('button', { name: 'Back' }).first().click()
    const wizard = page.getByRole('dialog', { name: 'Wizard' })
    expect(await wizard.getByLabel('Name').inputValue()).toBe('kept')
    await wizard.getByRole('button', { name: 'Rename' }).click()
    const renamed = page.getByRole('dialog', { name: 'Renamed' })
    expect(await renamed.getByLabel('Name').inputValue()).toBe('kept')
    await renamed.getByRole('button', { name: 'Close all' }).click()
    await renamed.waitFor({ state: 'detached' })
  })

  it('shows App Home, its buttons and the Messages tab with its prompts', async () => {
    const page = await desk.open('chiara')
    await page.getByRole('navigation').getByRole('button', { name: 'Meshwise' }).click()
    await page.getByRole('heading', { name: 'Your decisions' }).waitFor()
    await page.getByRole('button', { name: 'Open wizard' }).click()
    await page.getByRole('dialog', { name: 'Wizard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Messages' }).click()
    await page.getByRole('button', { name: 'Rate limiting' }).click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('You said: does linkerd do rate limiting?').waitFor()
    await page.getByRole('tab', { name: 'About' }).click()
    await page.getByText('Facts about service meshes').waitFor()
  })
})
