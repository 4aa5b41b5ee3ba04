import { type Command, InvalidArgumentError } from 'commander'
import { knowledgeDiff } from '../../knowledge/diff.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { levelRules } from '../../knowledge/levels.ts'
import { missingCells } from '../../knowledge/missing-cells.ts'
import { emit, type Format } from '../emit.ts'
import { BrokenKnowledge, UsageError } from '../failures.ts'
import { gradesOn, topicNamed } from '../grades.ts'
import { gradesPage } from '../grades-page.ts'
import type { Io } from '../io.ts'
import { correctionsPage, diffPage } from '../record-pages.ts'
import { staleParts } from '../stale.ts'
import { stalePage } from '../stale-page.ts'
import { knowledgeStats } from '../survey.ts'
import { checkedPage, statsPage } from '../survey-pages.ts'
import { examples } from './answer-commands.ts'
import { addExportCommand } from './export-command.ts'
import { formatted } from './formatted.ts'
import { addUpstreamCommand } from './upstream-command.ts'

/** Facts about software with four releases a year should be looked at twice a year. */
const staleAfterDays = 180

/** `mesh knowledge …`: for those who maintain the facts. */
export function addKnowledgeCommands(program: Command, io: Io): void {
  const knowledge = program
    .command('knowledge')
    .description('check the facts and take stock of them')
    .addHelpText('after', examples('mesh knowledge check', 'mesh knowledge stale --days 90', 'mesh knowledge stats'))

  formatted(knowledge.command('check'))
    .description('check every knowledge file: shape, references, dates, sources')
    .option('--complete', 'let no mesh be without a cell for a topic, as is the rule for the facts that ship')
    .addHelpText(
      'after',
      `\nEach problem is printed as FILE:LINE  FIELD  MESSAGE. The exit code is 1 if there is any.
KNOWLEDGE_DIR names another directory of facts, KNOWLEDGE_OVERLAY one of your organisation's own on top.
${examples('mesh knowledge check', 'KNOWLEDGE_DIR=./facts mesh knowledge check --json')}`,
    )
    .action(({ complete = false, ...format }: Format & { complete?: boolean }) => check(io, format, complete))

  formatted(knowledge.command('stale'))
    .description('list the facts that are due to be checked again, the oldest first')
    .option('--days <number>', 'how many days make a fact stale', wholeNumber, staleAfterDays)
    .addHelpText(
      'after',
      `\nDesigns, terms, neighbours and signposts count like facts. What is not confirmed is listed after 90 days, and a
release after 30, or after --days if that is less.
${examples('mesh knowledge stale', 'mesh knowledge stale --days 90 --json')}`,
    )
    .action(async ({ days, ...format }: Format & { days: number }) => {
      const stale = staleParts(await sound(io), io.today, days)
      await emit(io, format, stalePage(stale), stale)
    })

  formatted(knowledge.command('stats'))
    .description('count what is known: facts, support levels, sources')
    .addHelpText('after', examples('mesh knowledge stats', 'mesh knowledge stats --json'))
    .action(async (format: Format) => {
      const stats = knowledgeStats(await sound(io), io.today)
      await emit(io, format, statsPage(stats), stats)
    })

  formatted(knowledge.command('grades'))
    .description('show how the meshes are graded on a topic, side by side, with the rule of levels')
    .argument('<topic...>', 'a topic by its id, its title or one of its words')
    .addHelpText(
      'after',
      `\nCells that say the same in part and have different levels are named, as a help in reviewing them.
${examples('mesh knowledge grades retries', 'mesh knowledge grades rate limiting --json')}`,
    )
    .action(async (words: string[], format: Format) => {
      const facts = await sound(io)
      const { topic, ...grades } = gradesOn(facts, topicNamed(facts, words.join(' ')))
      await emit(io, format, gradesPage({ topic, ...grades }), { topic: topic.id, ...grades, rule: levelRules })
    })

  formatted(knowledge.command('diff'))
    .description('tell in plain words what changed since a git revision, for release notes')
    .argument('<revision>', 'a tag, branch or commit of the repository that the knowledge lies in')
    .addHelpText('after', examples('mesh knowledge diff v1.2.0', 'mesh knowledge diff HEAD~10 --json'))
    .action(async (revision: string, format: Format) => {
      const before = await at(io, revision)
      if ('problems' in before) throw new BrokenKnowledge(before.problems)
      const changes = knowledgeDiff(before, await sound(io))
      await emit(io, format, diffPage(changes, revision), { revision, changes })
    })

  formatted(knowledge.command('corrections'))
    .description('list what users say is wrong, the newest first')
    .addHelpText(
      'after',
      `\nRead from the database that the bot writes: DATABASE_URL, or data/meshwise.db.
${examples('mesh knowledge corrections', 'mesh knowledge corrections --json')}`,
    )
    .action(async (format: Format) => {
      const corrections = await io.corrections()
      await emit(io, format, correctionsPage(corrections), { corrections })
    })

  addExportCommand(knowledge, io, () => sound(io))
  addUpstreamCommand(knowledge, io, () => sound(io))
}

async function at(io: Io, revision: string): Promise<Awaited<ReturnType<Io['knowledgeAt']>>> {
  try {
    return await io.knowledgeAt(revision)
  } catch {
    throw new UsageError(
      `There is no revision "${revision}" of the knowledge: give a tag, branch or commit of its repository.`,
    )
  }
}

async function sound(io: Io): Promise<Knowledge> {
  const loaded = await io.load()
  if (!loaded.ok) throw new BrokenKnowledge(loaded.problems)
  return loaded.knowledge
}

async function check(io: Io, format: Format, complete: boolean): Promise<void> {
  const loaded = await io.load({ fresh: true })
  const gaps = loaded.ok ? missingCells(loaded.knowledge) : []
  const problems = loaded.ok ? (complete ? gaps : []) : loaded.problems
  if (!loaded.ok || problems.length > 0) {
    if (format.json) io.write(`${JSON.stringify({ ok: false, problems }, null, 2)}\n`)
    throw new BrokenKnowledge(problems)
  }
  const { meshes, topics, sources } = loaded.knowledge
  const counts = { meshes: meshes.length, topics: topics.length, sources: sources.size, missing: gaps.length }
  await emit(io, format, checkedPage(counts), { ok: true, ...counts, problems: [] })
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of days.')
  return Number(text)
}
