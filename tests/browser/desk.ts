import axe from 'axe-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startStub } from '../playground/start.ts'
import { launch } from './chromium.ts'

/** A playground with a browser in front of it. */
export interface Desk {
  /** Opens a person's window. */
  open(as: string, options?: { in?: string; width?: number; dark?: boolean }): Promise<Page>
  /** Closes all windows and gives what their pages complained of. */
  closeWindows(): Promise<string[]>
  close(): Promise<void>
}

/** Starts a playground with the stub app, and a browser. */
export const startDesk = async (options: { scenario?: string; unseeded?: boolean } = {}): Promise<Desk> =>
  sitDown(await startStub(options))

/** Starts Meshwise itself as `npm start` does without Slack variables, and a browser. */
export async function startMeshwiseDesk(): Promise<Desk> {
  const logged: string[] = []
  const now = () => new Date()
  const log = createLog({ level: 'info', write: (line) => logged.push(line), now })
  const config = readConfig({ PORT: '0' })
  const app = await startApp({ config, log, now, newId: () => crypto.randomUUID().slice(0, 8) })
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(logged.join('\n')) ?? []
  if (url === undefined) throw new Error(logged.join('\n'))
  return sitDown({ url, close: () => app.close() })
}

async function sitDown(playground: { url: string; close(): Promise<void> }): Promise<Desk> {
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

/** What axe finds wrong with a page. Evaluated by the debugger, which the page's own policy doesn't bind. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: unknown = await page.evaluate(`axe.run(document).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ' ' + html + ' ' + failureSummary)))`)
  return Array.isArray(found) ? found.map(String) : ['axe gave no result']
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
