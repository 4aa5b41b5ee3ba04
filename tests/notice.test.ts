import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import packageFile from '../package.json' with { type: 'json' }
import lock from '../package-lock.json' with { type: 'json' }

const notice = readFileSync(new URL('../NOTICE', import.meta.url), 'utf8')

const shipped = Object.entries(
  z
    .record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().default(false) }))
    .parse(lock.packages),
)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { license = 'none' }]) => ({ name: path.split('node_modules/').at(-1) ?? '', license }))

test('every package that is shipped under another licence than MIT or ISC is noted, and no other', () => {
  const others = shipped
    .filter(({ name, license }) => license !== 'MIT' && license !== 'ISC' && !name.startsWith('@resvg/resvg-js-'))
    .map(({ name, license }) => `${name} ${license}`)
  const noted = [...notice.matchAll(/^(\S+) {1,}((?:MIT|MPL|PSF|BSD|Apache|EPL)\S*(?: (?:AND|OR) \S+)*)/gm)]
  expect(noted.map(([, name, license]) => `${name} ${license}`).sort()).toEqual([...new Set(others)].sort())
})

test('what runs everything, and a name that changed hands, are pinned to a version', () => {
  expect(packageFile.dependencies.node).toMatch(/^\d+\.\d+\.\d+$/)
  expect(packageFile.devDependencies.emulate).toMatch(/^\d+\.\d+\.\d+$/)
})
