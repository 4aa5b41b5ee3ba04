import type { Command } from 'commander'
import { pageOf, spell } from '../../commands/table.ts'
import { estimateJson } from '../../json/estimate-json.ts'
import { toSections } from '../../pages/to-text.ts'
import { emit, type Format } from '../emit.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import { examples, replyTo } from './answer-commands.ts'
import { formatted } from './formatted.ts'
import { sizeOptions } from './size-options.ts'

/** The options of a size: an amount as it was typed, or that a flag stands. */
interface SizeFlags {
  readonly pods?: string
  readonly nodes?: string
  readonly hops?: string
  readonly calls?: string
  readonly depth?: string
  readonly [option: string]: string | boolean | undefined
}

/** `mesh estimate`: what each mesh would cost in a cluster of some size. */
export function addEstimateCommand(program: Command, io: Io): void {
  sizeOptions(formatted(program.command('estimate')))
    .description('estimate memory, CPU, latency and money for a cluster')
    .argument('[words...]', 'meshes, if not all are meant; sizes may stand here too, as pods=500')
    .addHelpText(
      'after',
      `${examples(
        'mesh estimate --pods 500 --nodes 20 --rps 2000 --hops 4 --l7',
        'mesh estimate istio linkerd --pods 500 --nodes 20',
        'mesh estimate --pods 5000 --nodes 200 --rps 20000 --calls 6 --depth 3 --json',
      )}

--hops sets calls and depth together. Without --rps 1,000 requests a second are taken, without --hops 3 calls.
docs/estimator.md has the formulas. A team's own prices and measurements go into KNOWLEDGE_OVERLAY.`,
    )
    .action(async (words: string[], { json, blocks, full, ...flags }: Format & SizeFlags) => {
      const { reply, workbench } = await replyTo(io, estimateText(words, flags))
      if (reply.answer.kind !== 'estimate') throw new UsageError(reply.answer.headline)
      const page = pageOf(reply.answer, workbench.catalogue)
      await emit(io, { json, blocks, full }, page, {
        ...estimateJson(reply.answer),
        command: spell(reply.answer.command),
        details: toSections(page),
      })
    })
}

/** The command as Slack would get it. */
function estimateText(words: readonly string[], flags: SizeFlags): string {
  if (flags.hops !== undefined && (flags.calls !== undefined || flags.depth !== undefined)) {
    throw new UsageError('--hops sets calls and depth: give either --hops, or --calls and --depth')
  }
  const given = words.join(' ')
  if (flags.pods === undefined && flags.nodes === undefined && !/pod|node/.test(given)) {
    throw new UsageError('estimate needs --pods, --nodes or both, as in: mesh estimate --pods 500 --nodes 20')
  }
  return ['estimate', given, ...Object.entries(flags).flatMap(([name, value]) => flagText(kebab(name), value))].join(
    ' ',
  )
}

function flagText(name: string, value: string | boolean | undefined): string[] {
  if (value === undefined || value === false) return []
  return value === true ? [name] : [`${name}=${value || '?'}`]
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
