// Plain JavaScript, since a Node that is too old to read TypeScript runs it too.
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The Node that the repository brings. */
export const ownNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

/**
 * What is wrong with an executable, if it is the Node that the repository brings: an install script of its package
 * downloads it, past the hashes of package-lock.json. Undefined where all is well, where another Node runs, which isn't
 * ours to judge, or where the hash for the platform isn't known.
 *
 * @param {string} executable
 * @returns {string | undefined}
 */
export function problemOf(executable) {
  const expected = readExpected()
  if (!isOwn(executable)) return undefined
  const hash = expected.sha256[`${process.platform}-${process.arch}`]
  if (hash === undefined || isKnown(executable, hash)) return undefined
  if (hashOf(executable) === hash) return note(executable, hash)
  return (
    `${executable} is not the Node ${expected.version} that src/own-node.json names by its hash.\n` +
    'Remove node_modules and run npm ci. If it stays so, do not run it, and tell whoever looks after the repository.'
  )
}

/** @returns {{ version: string, sha256: Record<string, string | undefined> }} */
const readExpected = () => JSON.parse(readFileSync(new URL('./own-node.json', import.meta.url), 'utf8'))

/** @param {string} executable */
function isOwn(executable) {
  try {
    return realpathSync(executable) === realpathSync(ownNode)
  } catch {
    return false
  }
}

const noted = new URL('../node_modules/.cache/meshwise/own-node', import.meta.url)

/**
 * What tells a file that was hashed before: hashing takes a third of a second.
 *
 * @param {string} file
 * @param {string} hash
 */
function stampOf(file, hash) {
  const { ino, size, mtimeMs, ctimeMs } = statSync(file)
  return [hash, ino, size, mtimeMs, ctimeMs].join(' ')
}

/**
 * @param {string} file
 * @param {string} hash
 */
const isKnown = (file, hash) => existsSync(noted) && readFileSync(noted, 'utf8') === stampOf(file, hash)

/**
 * Without leave to write, every start is like the first.
 *
 * @param {string} file
 * @param {string} hash
 */
function note(file, hash) {
  try {
    mkdirSync(new URL('.', noted), { recursive: true })
    writeFileSync(noted, stampOf(file, hash))
  } catch {}
  return undefined
}

/**
 * Read in pieces: as a whole it would take 120 MB of memory.
 *
 * @param {string} file
 */
function hashOf(file) {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1 << 20)
  const open = openSync(file, 'r')
  try {
    for (let read = readSync(open, piece); read > 0; read = readSync(open, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(open)
  }
  return hash.digest('hex')
}
