import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import installed from '../node_modules/node/package.json' with { type: 'json' }
import packageFile from '../package.json' with { type: 'json' }
import expected from '../src/own-node.json' with { type: 'json' }

const source = fileURLToPath(new URL('../src/', import.meta.url))
const ownNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

let checkout: string

/** A checkout whose Node is a script of somebody else's. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'meshwise-'))
  for (const name of ['cli/bin.js', 'compile-cache.js', 'own-node.js', 'own-node.json', 'check-own-node.js']) {
    cpSync(join(source, name), join(checkout, 'src', name))
  }
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}')
  place('#!/bin/sh\necho "somebody else’s"\n')
})
afterEach(() => rmSync(checkout, { recursive: true }))

function place(script: string): void {
  const directory = join(checkout, 'node_modules', 'node', 'bin')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'node'), script)
  chmodSync(join(directory, 'node'), 0o755)
}

const mesh = () =>
  spawnSync(process.execPath, ['--no-experimental-strip-types', join(checkout, 'src/cli/bin.js')], { encoding: 'utf8' })

test('the hash is of the version that is installed, and no other is', () => {
  expect(packageFile.dependencies.node).toBe(expected.version)
  expect(installed.version).toBe(expected.version)
})

test('another Node in the place of the one that the repository brings is not run', () => {
  for (let run = 0; run < 2; run++) {
    const { status, stdout, stderr } = mesh()
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/is not the Node 24.*Remove node_modules and run npm ci/s)
  }
})

test('where the hash of a platform is not known, it is run', () => {
  writeFileSync(join(checkout, 'src', 'own-node.json'), '{"version":"24.0.0","sha256":{}}')
  expect(mesh().stdout).toContain('somebody else’s')
})

test('the service starts by the Node that it should be, or by one that is not ours to judge', () => {
  const start = (directory: string, executable: string) =>
    spawnSync(executable, ['--import', join(directory, 'check-own-node.js'), '--eval', ''], { encoding: 'utf8' })
  expect(start(source, ownNode)).toMatchObject({ status: 0, stderr: '' })
  expect(start(join(checkout, 'src'), process.execPath)).toMatchObject({ status: 0, stderr: '' })
  rmSync(join(checkout, 'node_modules', 'node', 'bin', 'node'))
  cpSync(ownNode, join(checkout, 'node_modules', 'node', 'bin', 'node'))
  const changed = { version: '24.0.0', sha256: { [`${process.platform}-${process.arch}`]: 'another' } }
  writeFileSync(join(checkout, 'src', 'own-node.json'), JSON.stringify(changed))
  const { status, stderr } = start(join(checkout, 'src'), join(checkout, 'node_modules', 'node', 'bin', 'node'))
  expect(status).toBe(1)
  expect(stderr).toMatch(/is not the Node 24\.0\.0/)
})
