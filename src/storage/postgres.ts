import { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import type { QueryLog } from './query-log.ts'
import { StorableTexts } from './storable-texts.ts'
import type { Tables } from './tables.ts'

/** How many connections a replica holds at most. PostgreSQL allows 100 in all unless told otherwise. */
const CONNECTIONS = 5

/**
 * Limits in milliseconds. The last is for a database that doesn't answer at all: above the others, and above the ten
 * seconds after which the pool closes an idle connection.
 */
const limits = { connect: 5_000, statement: 5_000, idleInTransaction: 10_000, answer: 15_000 }

/** A migration may wait for another process that is migrating, and then rewrite a table. */
const MIGRATION_LIMIT = 10 * 60_000

/** How long the start waits for a database that isn't up yet, in milliseconds. */
const START_PATIENCE = 60_000

export interface PostgresOptions {
  /** Called with each error of a connection that nobody is using, such as one that the server has ended. */
  readonly onLostConnection: (error: Error) => void
  /** Whether it is for migrations, which may take their time. */
  readonly migrating?: boolean
  /** Replaces some of the limits, in milliseconds. */
  readonly limits?: Partial<typeof limits>
  readonly log?: QueryLog | undefined
}

/**
 * A pool of connections to a PostgreSQL database; the first query connects. What the address doesn't say comes from
 * PGUSER, PGPASSWORD, PGSSLROOTCERT and the like, and from ~/.pgpass.
 */
export function openPostgres(url: string, options: PostgresOptions): Kysely<Tables> {
  const { onLostConnection, migrating = false, log } = options
  const { connect, statement, idleInTransaction, answer } = { ...limits, ...options.limits }
  const pool = new Pool({
    connectionString: url,
    application_name: 'meshwise',
    max: migrating ? 2 : CONNECTIONS,
    connectionTimeoutMillis: connect,
    statement_timeout: migrating ? MIGRATION_LIMIT : statement,
    ...(migrating
      ? {}
      : { idle_in_transaction_session_timeout: idleInTransaction, stream: () => givenUpAfter(answer) }),
  })
  // Without these two the end of a connection would be the end of the process: of an idle one, and of one in use.
  pool.on('error', onLostConnection)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new StorableTexts()],
    ...(log ? { log } : {}),
  })
}

/**
 * A socket that ends when nothing comes over it for so many milliseconds. Where a network drops packets in silence, a
 * connection would else seem open for a quarter of an hour. One that is only idle is closed by the pool before.
 */
function givenUpAfter(milliseconds: number): Socket {
  const socket = new Socket()
  socket.setKeepAlive(true)
  return socket.setTimeout(milliseconds, () => socket.destroy(new Error('The database does not answer')))
}

/** Resolves when the database answers. Waits for one that isn't up yet, and rejects with its error when it never is. */
export async function untilItAnswers(
  db: Kysely<Tables>,
  onWait: (reason: string) => void,
  patience = START_PATIENCE,
): Promise<void> {
  const started = performance.now()
  for (let tries = 1; ; tries++) {
    try {
      await sql`select 1`.execute(db)
      return
    } catch (error) {
      if (!isNotUpYet(error) || performance.now() - started > patience) throw error
      if (tries === 1) onWait(reasonOf(error))
      await setTimeout(1_000)
    }
  }
}

/** Nobody listens, the name isn't known yet, or the server is starting, stopping or full (postgresql.org/docs/current/errcodes-appendix.html). */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function isNotUpYet(error: unknown): boolean {
  const hasNoAnswer = error instanceof Error && /timeout|Connection terminated/.test(error.message)
  return passing.has(codeOf(error)) || hasNoAnswer
}

/** An error of several addresses of one host has no message of its own. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || codeOf(error) || error.name : String(error)
