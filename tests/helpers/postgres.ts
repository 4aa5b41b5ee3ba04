import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL of its own for a file of tests. */
export interface PostgresCluster {
  readonly port: number
  readonly password: string
  /** Makes an empty database: its address. */
  newDatabase(): Promise<string>
  /** Runs a statement as the superuser. */
  run(statement: string): Promise<readonly Record<string, unknown>[]>
  /** Ends it as a crash does, and resolves when it is gone. */
  crash(): Promise<void>
  start(): void
  close(): Promise<void>
}

/** Signs that an address has to spell by codes. */
const password = 'pass/word@!1'

/**
 * Makes a throw-away cluster: without waiting for the disk, unless it is to be as safe as in production. Undefined where
 * no PostgreSQL is installed; that is a failure where CI=true.
 */
export async function startPostgres({ isSafe = false } = {}): Promise<PostgresCluster | undefined> {
  const binaries = findBinaries()
  if (binaries === undefined) {
    const problem = 'PostgreSQL is not installed (Debian: apt-get install postgresql)'
    if (process.env.CI === 'true') throw new Error(problem)
    console.warn(`\n*** ${problem}: what is tested on it is SKIPPED ***\n`)
    return undefined
  }
  const user = unprivileged()
  const directory = mkdtempSync(join(tmpdir(), 'meshwise-pg-'))
  const passwordFile = join(directory, 'password')
  writeFileSync(passwordFile, password)
  if (user) for (const path of [directory, passwordFile]) chownSync(path, user.uid, user.gid)
  const data = join(directory, 'data')
  // A collation in which letters of both cases stand together, unlike in SQLite.
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US']
  const access = ['--username=meshwise', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  execFileSync(join(binaries, 'initdb'), ['-D', data, '--no-sync', ...locale, ...access], { ...user, stdio: 'pipe' })

  const port = await freePort()
  const addressOf = (database: string) =>
    `postgres://meshwise:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  let server: ChildProcess
  const start = () => {
    const options = ['-D', data, '-k', directory, '-h', '127.0.0.1', '-p', String(port), ...(isSafe ? [] : ['-F'])]
    server = spawn(join(binaries, 'postgres'), options, { ...user, stdio: 'ignore' })
  }
  // SIGQUIT is an immediate shutdown: no connection is waited for, and the next start recovers.
  const crash = async () => {
    if (server.exitCode !== null) return
    const exit = once(server, 'exit')
    server.kill('SIGQUIT')
    await exit
  }
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: addressOf('postgres') })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows
    } finally {
      await client.end()
    }
  }
  start()
  await untilUp(() => run('select 1'))
  let made = 0
  return {
    port,
    password,
    run,
    start,
    crash,
    async newDatabase() {
      const name = `test_${++made}`
      await run(`create database ${name}`)
      return addressOf(name)
    },
    async close() {
      await crash()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The newest of Debian's, or where the path leads. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')))
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const name = ['postgres', 'nobody'].find((one) => idOf('-u', one) !== undefined) ?? 'nobody'
  return { uid: idOf('-u', name) ?? 65_534, gid: idOf('-g', name) ?? 65_534 }
}

function idOf(option: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function untilUp(look: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await look()
      return
    } catch (error) {
      if (tries === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
