import type { Command } from 'commander'
import { checkedDatabasePage, copiedPage, migratedPage } from '../database-pages.ts'
import { emit, type Format } from '../emit.ts'
import { Failure } from '../failures.ts'
import type { Io } from '../io.ts'
import { examples } from './answer-commands.ts'
import { formatted } from './formatted.ts'

/** `mesh database …`: for those who run the bot. */
export function addDatabaseCommands(program: Command, io: Io): void {
  const database = program
    .command('database')
    .description('bring the database up to date, check it, copy it to another')
    .addHelpText('after', examples('mesh database check', 'mesh database copy sqlite:data/meshwise.db "$DATABASE_URL"'))

  formatted(database.command('migrate'))
    .description('bring the tables up to date, as every start does')
    .addHelpText(
      'after',
      `\nDATABASE_URL says which, else data/meshwise.db. MIGRATION_DATABASE_URL goes before it, where a pooler lies in between.
${examples('mesh database migrate')}`,
    )
    .action(async (format: Format) => {
      const done = await io.database.migrate()
      await emit(io, format, migratedPage(done), { done })
    })

  formatted(database.command('check'))
    .description('look whether the database is up to date, sound, and takes what is written')
    .addHelpText('after', `\nThe exit code is 1 where it isn't.\n${examples('mesh database check --json')}`)
    .action(async (format: Format) => {
      const report = await io.database.check()
      await emit(io, format, checkedDatabasePage(report), report)
      if (report.problems.length > 0)
        throw new Failure(`The database ${report.database}: ${report.problems.join('; ')}`)
    })

  formatted(database.command('copy'))
    .description('copy everything from one database into another, which has to be empty')
    .argument('<from>', 'an address as in DATABASE_URL')
    .argument('<to>', 'an address as in DATABASE_URL; its tables are made')
    .addHelpText(
      'after',
      `\nStop the bot before, so that nothing is written meanwhile. All of it is copied or nothing.
${examples('mesh database copy sqlite:data/meshwise.db "$DATABASE_URL"')}`,
    )
    .action(async (from: string, to: string, format: Format) => {
      const rows = await io.database.copy(from, to)
      await emit(io, format, copiedPage(rows), { rows })
    })
}
