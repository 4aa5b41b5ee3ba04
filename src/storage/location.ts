/** Where a DATABASE_URL leads: a SQLite file, or `:memory:`. */
export type DatabaseLocation =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly problem: string }

/** Reads a DATABASE_URL: `sqlite:path`, the path of a file, or `:memory:`. */
export function locateDatabase(url: string): DatabaseLocation {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(url) ?? []
  switch (scheme?.toLowerCase()) {
    case undefined:
      return { ok: true, file: url }
    case 'sqlite': {
      const file = rest.replace(/^\/\//, '')
      return file === '' ? { ok: false, problem: 'names no file: write sqlite:data/meshwise.db' } : { ok: true, file }
    }
    case 'postgres':
    case 'postgresql':
      return { ok: false, problem: 'is a PostgreSQL address, which is not supported yet: use sqlite:data/meshwise.db' }
    default:
      return { ok: false, problem: `starts with ${scheme}:, which is not supported: use sqlite:data/meshwise.db` }
  }
}
