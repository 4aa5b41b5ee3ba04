import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { noBrowser } from './chromium.ts'
import { composer, message, say, startDesk, violations } from './desk.ts'
import { useDesk } from './use-desk.ts'

describe.skipIf(noBrowser)('access to the playground', { timeout: 60_000 }, () => {
  const desk = useDesk(() => startDesk({ unseeded: false }))

  async function everySurface(page: Page): Promise<string[]> {
    const found = await violations(page)
    await say(page, '/mesh card')
    await message(page, 'Both do mTLS').waitFor()
    await say(page, '/mesh table')
    await message(page, 'Latency, measured').waitFor()
    await page.waitForTimeout(300)
    found.push(...(await violations(page)))
    await say(page, '/mesh modal')
    await page.getByRole('dialog').getByRole('button', { name: 'Next' }).click()
    await page.getByRole('dialog').getByText('Please complete this required field.').first().waitFor()
    found.push(...(await violations(page)))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Candidates/ })
      .click()
    found.push(...(await violations(page)))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Close all' }).click()
    await page.getByRole('button', { name: 'Inspector' }).click()
    found.push(...(await violations(page)))
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('button', { name: /slash_command/ })
      .first()
      .click()
    found.push(...(await violations(page)))
    await page.getByRole('button', { name: 'Slack’s health' }).click()
    found.push(...(await violations(page)))
    return found
  }

  it('has no axe violations, by day', async () => {
    const page = await desk.open('ada', { in: 'mesh-decision' })
    expect(await everySurface(page)).toEqual([])
  })

  it('has no axe violations, by night', async () => {
    const page = await desk.open('ada', { in: 'mesh-decision', dark: true })
    expect(await everySurface(page)).toEqual([])
  })

  it('has no axe violations and scrolls nowhere sideways on a phone', async () => {
    const page = await desk.open('ben', { in: 'mesh-decision', width: 390 })
    await message(page, 'compare istio and cilium')
      .getByRole('button', { name: /1 reply/ })
      .click()
    const found = await violations(page)
    const tooWide = () => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
    expect(await tooWide()).toBe(false)
    await page.getByRole('button', { name: 'Close thread' }).click()
    await page.getByRole('button', { name: 'Channels' }).click()
    found.push(...(await violations(page)))
    await page.getByRole('button', { name: 'Meshwise', exact: true }).click()
    await page.getByRole('heading', { name: 'Your decisions' }).waitFor()
    found.push(...(await violations(page)))
    expect(await tooWide()).toBe(false)
    expect(found).toEqual([])
  })

  it('can be used by keyboard alone', async () => {
    const page = await desk.open('chiara', { in: 'random' })
    const { keyboard } = page
    const focusOn = async (name: string | RegExp) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await keyboard.press('Tab')
        const label: unknown = await page.evaluate(
          'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""',
        )
        if (typeof label === 'string' && (typeof name === 'string' ? label.trim() === name : name.test(label))) return
      }
      throw new Error(`Tab never reached ${name}`)
    }
    await focusOn('platform')
    await keyboard.press('Enter')
    await focusOn(/^Message #platform/)
    await keyboard.type('/mesh card')
    await keyboard.press('Enter')
    await message(page, 'Both do mTLS').waitFor()
    await keyboard.press('Escape')
    await composer(page).press('Shift+Tab')
    for (let presses = 0; presses < 60; presses += 1) {
      const label: unknown = await page.evaluate('document.activeElement?.getAttribute("aria-label") ?? ""')
      if (typeof label === 'string' && label.startsWith('Pick a mesh')) break
      await keyboard.press('Shift+Tab')
    }
    await keyboard.press('Enter')
    await keyboard.type('link')
    await keyboard.press('Enter')
    await message(page, 'pick_mesh:').waitFor()
    await message(page, 'Both do mTLS').getByRole('button', { name: 'Pick a mesh: Linkerd' }).waitFor()
    await composer(page).focus()
    await keyboard.type('/mesh modal')
    await keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Wizard' }).waitFor()
    await keyboard.type('by-keys')
    await keyboard.press('Tab')
    await keyboard.type('3')
    await keyboard.press('Tab')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await keyboard.press('Escape')
    await keyboard.press('Tab')
    await keyboard.press('Space')
    await focusOn('Next')
    await keyboard.press('Enter')
    await message(page, 'Recorded by-keys').waitFor()
  })
})
