import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Before anything else is loaded: what the last start stripped and compiled need not be again.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/meshwise', import.meta.url)))

// A reader that has seen enough, such as head, closes the pipe: that is no failure.
process.stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
  process.exit(0)
})

const [first, ...others] = process.argv.slice(2)
if (others.length === 0 && (first === '--version' || first === '-V')) {
  const { default: packageFile } = await import('../../package.json', { with: { type: 'json' } })
  process.stdout.write(`${packageFile.version}\n`)
} else {
  const [{ processIo }, { run }] = await Promise.all([import('./process-io.ts'), import('./run.ts')])
  process.exitCode = await run(process.argv.slice(2), processIo(process))
}
