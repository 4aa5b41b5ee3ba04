import type { Command } from 'commander'
import { Option } from 'commander'
import { exportCsv } from '../../json/export-csv.ts'
import { exportedFacts } from '../../json/export-json.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import { examples } from './answer-commands.ts'

/** `mesh knowledge export`: all facts, for tables and programs of one's own. */
export function addExportCommand(knowledge: Command, io: Io, sound: () => Promise<Knowledge>): void {
  knowledge
    .command('export')
    .description('print all facts as data, each with an address that stays')
    .option('--json', 'as JSON')
    .addOption(new Option('--csv', 'as a table, by RFC 4180').conflicts('json'))
    .addHelpText(
      'after',
      `\nA fact is MESH/TOPIC, that of a mode MESH/TOPIC@MODE. In CSV, lists have one entry a line, and a cell that a spreadsheet
would take for a formula has an apostrophe in front.
${examples('mesh knowledge export --json > facts.json', 'mesh knowledge export --csv > facts.csv')}`,
    )
    .action(async ({ json, csv }: { json?: boolean; csv?: boolean }) => {
      if (!json && !csv) throw new UsageError('Say how: mesh knowledge export --json, or --csv.')
      const facts = exportedFacts(await sound())
      io.write(csv ? exportCsv(facts) : `${JSON.stringify({ meshwise: io.version, facts }, null, 2)}\n`)
    })
}
