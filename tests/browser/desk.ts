import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { Playground } from '../../src/playground/playground.ts'
import { startStub } from '../playground/start.ts'
import { launch } from './chromium.ts'

/** A playground with a browser in front of it. */
export interface Desk {
  playground: Playground
  /** Opens a person's window. */
  open(as: string, options?: { in?: string; width?: number; dark?: boolean }): Promise<Page>
  /** Closes all windows and gives what their pages complained of. */
  closeWindows(): Promise<string[]>
  close(): Promise<void>
}

/** Starts a playground with the stub app, and a browser. */
export async function startDesk(options: { scenario?: string; unseeded?: boolean } = {}): Promise<Desk> {
  const playground = await startStub(options)
  const browser: Browser = await launch()
  let contexts: BrowserContext[] = []
  let complaints: string[] = []
  const closeWindows = async () => {
    const heard = complaints
    for (const context of contexts) await context.close()
    contexts = []
    complaints = []
    return heard
  }
  return {
    playground,
    closeWindows,
    async open(as, { in: place = 'platform', width = 1280, dark = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(8000)
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      await page.goto(`${playground.url}/?as=${as}&in=${place}`)
      await page.getByRole('main').waitFor()
      return page
    },
    async close() {
      await closeWindows()
      await browser.close()
      await playground.close()
    },
  }
}

/** Types into the main composer and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  const field = composer(page)
  await field.fill(text)
  await field.press('Escape')
  await field.press('Enter')
}

/** The composer of the main pane. */
export function composer(page: Page): Locator {
  return page.getByRole('main').getByRole('textbox', { name: /^Message / })
}

/** The newest message with a text in the main pane. */
export function message(page: Page, text: string | RegExp): Locator {
  return page.getByRole('main').getByRole('article').filter({ hasText: text }).last()
}
