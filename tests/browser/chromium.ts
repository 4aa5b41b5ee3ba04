import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Where a Chromium is on this machine; CHROMIUM_PATH goes first. */
function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...places].find((place) => place !== undefined && existsSync(place))
}

const found = findChromium()

if (found === undefined) {
  const how = 'The browser tests need Chromium: apt-get install chromium, or set CHROMIUM_PATH to a Chrome or Chromium.'
  if (process.env.CI === 'true') throw new Error(how)
  console.warn(`${how} They are skipped.`)
}

/** Whether the browser tests have to be skipped: on a developer's machine without a Chromium. */
export const noBrowser = found === undefined

/** Starts Chromium, offline but for this machine. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    ...(found === undefined ? {} : { executablePath: found }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
}
