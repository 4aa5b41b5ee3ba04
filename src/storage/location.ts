/** Where records are kept: in a SQLite file (or `:memory:`), or in a PostgreSQL database. */
export type DatabasePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** Where a DATABASE_URL leads, or what is wrong with it, as the rest of a sentence that starts with its name. */
export type DatabaseLocation =
  | { readonly ok: true; readonly place: DatabasePlace }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads a DATABASE_URL: `sqlite:path`, the path of a file, `:memory:`, or `postgres://…`. A problem never quotes the
 * address, since it may hold a password.
 */
export function locateDatabase(url: string): DatabaseLocation {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(url) ?? []
  switch (scheme?.toLowerCase()) {
    case undefined:
      return sqlite(url)
    case 'sqlite': {
      const file = rest.replace(/^\/\//, '')
      return file === '' ? refused('names no file: write sqlite:data/meshwise.db') : sqlite(file)
    }
    case 'postgres':
    case 'postgresql':
      return locatePostgres(url)
    default:
      return refused(`starts with ${scheme}:, which is not supported: use sqlite:PATH or postgres://HOST/DATABASE`)
  }
}

/** How a place is called in messages: without user, password or parameters. */
export function showPlace(place: DatabasePlace): string {
  if (place.kind === 'sqlite') return place.file
  const { host, pathname } = new URL(place.url)
  return `${host || 'localhost'}${pathname}`
}

const sqlite = (file: string): DatabaseLocation => ({ ok: true, place: { kind: 'sqlite', file } })
const refused = (problem: string): DatabaseLocation => ({ ok: false, problem })

/**
 * The driver takes `require`, `prefer` and `verify-ca` for `verify-full`, and says that this will change
 * (pg-connection-string 2.14): what an address asks for should stay what it gets.
 */
const certain = ['disable', 'verify-full']

function locatePostgres(url: string): DatabaseLocation {
  const parsed = URL.parse(url)
  if (!parsed) return refused('can’t be read: write postgres://USER:PASSWORD@HOST:5432/DATABASE, and % codes for signs')
  if (parsed.pathname.length < 2) return refused('names no database: write postgres://HOST/DATABASE')
  const mode = parsed.searchParams.get('sslmode') ?? 'disable'
  if (certain.includes(mode)) return { ok: true, place: { kind: 'postgres', url } }
  return refused(
    'asks for an sslmode that doesn’t say for sure what is checked: write sslmode=verify-full, with ' +
      'sslrootcert=FILE for an authority of your own, or sslmode=disable',
  )
}
