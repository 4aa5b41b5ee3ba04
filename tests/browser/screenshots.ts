import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { launch } from './chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const images = join(root, 'docs', 'images')
const SETTLED = 700
const PLAYED = /scenario has been played/

interface Picture {
  name: string
  query: string
  dark?: boolean
  width?: number
  height?: number
  pose?: (page: Page) => Promise<void>
}

const openThread = (page: Page, text: string) =>
  page
    .getByRole('article')
    .filter({ hasText: text })
    .getByRole('button', { name: /repl(y|ies)/ })
    .click()

const pictures: readonly Picture[] = [
  {
    name: 'thread',
    query: '?as=ben',
    pose: (page) => openThread(page, 'does linkerd do rate limiting'),
  },
  { name: 'compare', query: '?as=ada' },
  { name: 'home', query: '?as=ada&in=home', dark: true },
  {
    name: 'inspector',
    query: '?as=ben&in=platform',
    width: 1440,
    pose: async (page) => {
      await page.getByRole('button', { name: 'Inspector' }).click()
      await page
        .getByRole('button', { name: /chat\.postMessage/ })
        .first()
        .click()
    },
  },
  {
    name: 'phone',
    query: '?as=ben',
    width: 390,
    height: 800,
    pose: (page) => openThread(page, 'does linkerd do rate limiting'),
  },
]

// The same process as `npm start` without Slack variables.
function startMeshwise(): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SLACK_')))
  const args = ['src/main.ts', '--scenario', 'tests/browser/tour.yaml']
  return spawn(process.execPath, args, { cwd: root, env: { ...env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
}

function whenPlayed(meshwise: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    meshwise.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url !== undefined && PLAYED.test(said)) resolve(url)
      if (said.includes('scenario stopped')) reject(new Error(said))
    })
    meshwise.once('exit', () => reject(new Error(`Meshwise ended:\n${said}`)))
  })
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, query, dark = false, width = 1280, height = 800, pose } = picture
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    colorScheme: dark ? 'dark' : 'light',
  })
  await page.goto(`${url}/${query}`)
  await page.getByRole('main').waitFor()
  await page.waitForTimeout(SETTLED)
  await pose?.(page)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(SETTLED)
  await page.screenshot({ path: join(images, `${name}.png`) })
  await page.close()
  console.log(`docs/images/${name}.png`)
}

await mkdir(images, { recursive: true })
const meshwise = startMeshwise()
try {
  const url = await whenPlayed(meshwise)
  const browser = await launch()
  for (const picture of pictures) await take(browser, url, picture)
  await browser.close()
} finally {
  meshwise.kill()
}
