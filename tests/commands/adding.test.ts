import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(join(root, 'node_modules', '.adding-'))
const tsc = join(root, 'node_modules', '.bin', 'tsc')
afterAll(() => rmSync(copy, { recursive: true }))

/** All that a command is, in one file: it says what somebody said. */
const echo = `
import type { Said } from '../../answers/answer.ts'
import { notCoveredPage } from '../../pages/not-covered-page.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly echo: { readonly words: string }
  }
}
interface EchoAnswer extends Said {
  readonly kind: 'echo'
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly echo: EchoAnswer
  }
}

export const echo: Row<'echo'> = {
  names: ['echo'],
  help: { usage: 'echo WORDS', does: 'Say it again', examples: ['echo hello'], example: () => ({ kind: 'echo', words: 'hello' }) },
  readsOnly: true,
  parse: (words) => ({ kind: 'echo', words }),
  spell: ({ words }) => \`echo \${words}\`,
  answer: ({ words }) => ({ kind: 'echo', understood: 'Echo', headline: words, suggestions: [] }),
  about: () => ({ intent: 'none', meshes: [], modes: [], topics: [] }),
  page: (answer) => notCoveredPage({ ...answer, kind: 'clarify' }),
  facts: () => [],
  json: () => ({}),
}
`

/** What the compiler says of the copy: empty where all is well. */
async function compile(): Promise<string> {
  const { stdout } = await promisify(execFile)(tsc, ['--noEmit', '-p', copy]).catch(
    (error: { stdout: string }) => error,
  )
  return stdout
}

const file = (name: string): string => join(copy, 'src', name)

beforeAll(() => {
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true })
  cpSync(join(root, 'package.json'), join(copy, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const config: { exclude: string[] } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'))
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ ...config, include: ['src/commands'] }))
  writeFileSync(file('commands/rows/echo.ts'), echo)
})

test('a command is one file and one row, and the compiler names what is missing', { timeout: 120_000 }, async () => {
  const table = readFileSync(file('commands/table.ts'), 'utf8')
  expect(await compile()).toMatch(/table\.ts.*echo/s)

  writeFileSync(
    file('commands/table.ts'),
    table
      .replace('import { define }', "import { echo } from './rows/echo.ts'\nimport { define }")
      .replace('  incomplete,\n}', '  incomplete,\n  echo,\n}'),
  )
  expect(await compile()).toBe('')

  const parts = ['spell', 'parse', 'answer', 'page', 'facts', 'json', 'about']
  const without = parts.reduce((text, part) => text.replace(new RegExp(`^  ${part}: .*\\n`, 'm'), ''), echo)
  writeFileSync(file('commands/rows/echo.ts'), without)
  const missing = await compile()
  expect(missing).toMatch(/echo\.ts/)
  for (const part of ['parse', 'spell', 'answer', 'about']) expect(missing).toContain(part)
})
