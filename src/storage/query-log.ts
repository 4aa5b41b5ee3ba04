import type { KyselyConfig } from 'kysely'

/** Kysely's hook that is told of every query, how long it took and whether it failed. */
export type QueryLog = Extract<NonNullable<KyselyConfig['log']>, (...args: never[]) => unknown>
