import type { DatabaseOptions } from '../../src/storage/open.ts'

const silent = { info: () => undefined, warn: () => undefined }

/** A database that is gone when it is closed. */
export const inMemory: DatabaseOptions = { place: { kind: 'sqlite', file: ':memory:' }, log: silent }

/** A SQLite file. */
export const inFile = (file: string): DatabaseOptions => ({ place: { kind: 'sqlite', file }, log: silent })

/** A PostgreSQL database. */
export const inPostgres = (url: string): DatabaseOptions => ({ place: { kind: 'postgres', url }, log: silent })
