import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }

const bin = fileURLToPath(new URL('../../src/cli/bin.js', import.meta.url))

/** Runs the command as an installed one would run. */
const mesh = (argv: readonly string[], input = '', nodeOptions: readonly string[] = [], env = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeOptions, bin, ...argv], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  })
  return { code: status, out: stdout, err: stderr }
}

describe('the installed command', { timeout: 60_000 }, () => {
  test('answers from our own knowledge', () => {
    const { code, out, err } = mesh(['compare', 'istio', 'linkerd', '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({ kind: 'compare', meshes: ['istio', 'linkerd'] })
  })

  test('keeps a conversation in a batch', () => {
    const { code, out } = mesh(['ask', '--json', '--batch'], 'does linkerd do rate limiting?\nand istio?\n')
    expect(code).toBe(0)
    const replies: unknown[] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(replies).toMatchObject([
      { meshes: ['linkerd'], answered: true },
      { meshes: ['istio'], topics: ['rate-limiting'] },
    ])
  })

  test('prints the version of the package', () => {
    expect(mesh(['--version'])).toEqual({ code: 0, out: `${packageFile.version}\n`, err: '' })
  })

  test('goes by the environment: COLUMNS where there is no terminal, NO_COLOR before FORCE_COLOR', () => {
    const widthOf = (text: string) => Math.max(...text.split('\n').map((line) => stripVTControlCharacters(line).length))
    const colored = mesh(['topics'], '', [], { COLUMNS: '44', FORCE_COLOR: '1' })
    expect(widthOf(colored.out)).toBeLessThanOrEqual(44)
    expect(colored.out).toContain('\u001b[')
    const plain = mesh(['topics'], '', [], { COLUMNS: '44', FORCE_COLOR: '1', NO_COLOR: '1' })
    expect(plain).toEqual({ code: 0, out: stripVTControlCharacters(colored.out), err: '' })
  })

  test('passes exit codes on', () => {
    expect(mesh(['comapre'])).toMatchObject({ code: 2, out: '' })
  })

  test('finds the pinned Node where the one at hand can not read TypeScript', () => {
    const { code, out, err } = mesh(['show', 'linkerd', '--json'], '', ['--no-experimental-strip-types'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({ kind: 'profile', mesh: 'linkerd' })
  })
})
