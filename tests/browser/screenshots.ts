import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { launch } from './chromium.ts'
import { message, say } from './desk.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const images = join(root, 'docs', 'images')
const SETTLED = 700
const PLAYED = /scenario has been played/

interface Picture {
  readonly name: string
  readonly query: string
  readonly width: number
  readonly height: number
  /** Brings about what is to be seen, and says which part of the page that is. */
  readonly pose: (page: Page) => Promise<Locator> | Locator
  /** The heading above which the picture ends, where the whole would be too long. */
  readonly until?: string
}

// Tall enough for a whole message, since what is scrolled out of sight can't be taken.
const MESSAGE = { width: 1000, height: 2400 }

const pictures: readonly Picture[] = [
  {
    name: 'first-look',
    query: '?as=ada',
    width: 1280,
    height: 800,
    pose: async (page) => {
      await page.getByRole('complementary', { name: 'Thread' }).waitFor()
      return page.locator('body')
    },
  },
  {
    ...MESSAGE,
    name: 'comparison',
    query: '?as=ben&in=mesh-decision',
    pose: (page) => message(page, 'Istio vs Cilium'),
  },
  {
    ...MESSAGE,
    name: 'wizard',
    query: '?as=chiara&in=random',
    pose: async (page) => {
      await say(page, '/mesh recommend team-size=3 on-call=some services=40 pods=600 nodes=40 envoy-skill=some')
      const wizard = page.getByRole('dialog')
      await wizard.getByRole('button', { name: 'Next' }).click()
      await wizard.getByText('Who would run it').waitFor()
      return wizard
    },
  },
  {
    ...MESSAGE,
    name: 'recommendation',
    query: '?as=ada&in=platform',
    pose: (page) => message(page, 'Points by criterion'),
  },
  {
    ...MESSAGE,
    name: 'diagram',
    query: '?as=ben&in=random',
    pose: (page) => message(page, 'ambient mode'),
  },
  {
    name: 'inspector',
    query: '?as=ada&in=platform',
    width: 1280,
    height: 720,
    pose: async (page) => {
      await page.getByRole('button', { name: 'Inspector' }).click()
      await page
        .getByRole('button', { name: /chat\.postEphemeral/ })
        .first()
        .click()
      return page.locator('body')
    },
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
  const { name, query, width, height, pose, until } = picture
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' })
  await page.goto(`${url}/${query}`)
  await page.getByRole('main').waitFor()
  await page.waitForTimeout(SETTLED)
  const subject = await pose(page)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(SETTLED)
  const clip = await frame(subject, until)
  await page.screenshot({ path: join(images, `${name}.png`), clip })
  await page.close()
  console.log(`docs/images/${name}.png`)
}

/** Where the subject is on the page, down to the heading at which the picture ends. */
async function frame(subject: Locator, until: string | undefined) {
  const whole = await subject.boundingBox()
  if (whole === null) throw new Error('What is to be taken is not to be seen')
  if (until === undefined) return whole
  const end = await subject.getByText(until, { exact: true }).boundingBox()
  if (end === null) throw new Error(`There is no heading ${until}`)
  return { ...whole, height: end.y - whole.y }
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
