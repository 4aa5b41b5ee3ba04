#!/usr/bin/env node
// Plain JavaScript, since the Node that a machine has may be too old to read TypeScript: this finds one that can.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownNode, problemOf } from '../own-node.js'

// Node warns where both are set, and would let FORCE_COLOR win.
if (process.env.NO_COLOR) delete process.env.FORCE_COLOR

const main = new URL('./mesh.ts', import.meta.url)
const cache = new URL('../compile-cache.js', import.meta.url)
if (process.features.typescript) {
  await import(cache.href)
  await import(main.href)
} else if (existsSync(ownNode)) {
  const problem = problemOf(ownNode)
  const args = ['--import', cache.href, fileURLToPath(main), ...process.argv.slice(2)]
  const { status, error } = problem ? { error: new Error(problem) } : spawnSync(ownNode, args, { stdio: 'inherit' })
  if (error) console.error(`mesh: ${error.message}`)
  process.exitCode = status ?? 1
} else {
  console.error(`mesh needs Node 24; this is ${process.version}. Run npm install in the checkout: it brings its own.`)
  process.exitCode = 1
}
