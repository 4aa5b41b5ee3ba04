import type { Command } from 'commander'
import type { Basis } from '../../advisor/basis.ts'
import type { Requirements } from '../../advisor/requirements.ts'
import type { Command as Asked } from '../../commands/command.ts'
import { recommendBy } from '../../commands/make.ts'
import { pageOf, spell } from '../../commands/table.ts'
import { recommendationJson } from '../../json/recommendation-json.ts'
import { showProblem } from '../../knowledge/problem.ts'
import { recordOf } from '../../pages/record.ts'
import { toSections, toText } from '../../pages/to-text.ts'
import { emit, type Format } from '../emit.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import { modelPage } from '../model-page.ts'
import { requirementsTemplate } from '../requirements-template.ts'
import { openWorkbench, type Workbench } from '../workbench.ts'
import { examples } from './answer-commands.ts'
import { formatted } from './formatted.ts'

interface RecommendOptions extends Format {
  readonly requirements?: string
  readonly template?: boolean
  readonly explainModel?: boolean
  readonly markdown?: boolean
}

/** `mesh recommend`: by a requirements file, by words, or by questions on the terminal. */
export function addRecommendCommand(program: Command, io: Io): void {
  formatted(program.command('recommend'))
    .description('recommend a mesh for what you need, with reasons; without a file it asks')
    .argument('[needs...]', 'what you need, as NAME=VALUE or in plain words')
    .option('--requirements <file>', 'a YAML file of what you need')
    .option('--template', 'print an annotated requirements file to fill in')
    .option('--explain-model', 'print the weights and scales that it goes by')
    .option('--markdown', 'print a record of the decision as Markdown')
    .addHelpText(
      'after',
      examples(
        'mesh recommend',
        'mesh recommend --template > needs.yaml',
        'mesh recommend --requirements needs.yaml --json',
        'mesh recommend team-size=3 simplicity=5 mutual-tls=must',
      ),
    )
    .action((words: string[], options: RecommendOptions) => recommendCommand(io, words.join(' '), options))
}

async function recommendCommand(io: Io, words: string, options: RecommendOptions): Promise<void> {
  const workbench = await openWorkbench(io)
  const { basis } = workbench.meshwise
  if (!basis) throw new Error('the knowledge has no criteria to recommend by: add criteria.yaml')
  if (options.template) io.write(requirementsTemplate(basis))
  else if (options.explainModel) await emit(io, options, modelPage(basis), basis.rules)
  else {
    if (words) refuseFile(io, words, options)
    const asked = words
      ? workbench.meshwise.parse(`recommend ${words}`).command
      : recommendBy(await requirementsFrom(io, basis, options))
    await emitRecommendation(io, workbench, asked, options)
  }
}

/** A file is no needs in words, and words are none beside a file. Throws a UsageError for either. */
function refuseFile(io: Io, words: string, { requirements: file }: RecommendOptions): void {
  if (file !== undefined) throw new UsageError(`give either --requirements ${file} or needs in words, not both`)
  const isName = !/\s|=/.test(words)
  if (!isName || !(/\.ya?ml$/i.test(words) || canRead(io, words))) return
  throw new UsageError(`${words} is a file, and not needs in words: mesh recommend --requirements ${words}`)
}

function canRead({ readFile }: Io, path: string): boolean {
  try {
    readFile(path)
    return true
  } catch {
    return false
  }
}

/** From the file, or by asking. Throws a UsageError where there is neither a file nor somebody to ask. */
async function requirementsFrom(io: Io, basis: Basis, { requirements: file }: RecommendOptions): Promise<Requirements> {
  if (file !== undefined) return readRequirementsFile(io, basis, file)
  if (!io.asker) {
    throw new UsageError(
      'recommend needs to know what you need: give --requirements FILE.yaml (see --template), or run it on a terminal, where it asks',
    )
  }
  const { interview } = await import('../interview.ts')
  return interview(basis, await io.asker(), io.writeError)
}

async function readRequirementsFile(io: Io, basis: Basis, file: string): Promise<Requirements> {
  let text: string
  try {
    text = io.readFile(file)
  } catch (error) {
    throw new UsageError(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { parseFile } = await import('../../knowledge/document.ts')
  const empty = text.replace(/^\s*(#.*)?$/gm, '').trim() === ''
  const { document, problems } = parseFile(file, empty ? '{}' : text, basis.requirements)
  if (!document) throw new UsageError(problems.map(showProblem).join('\n'))
  return document.data
}

async function emitRecommendation(
  io: Io,
  { meshwise, catalogue }: Workbench,
  asked: Asked,
  options: RecommendOptions,
): Promise<void> {
  const { answer } = meshwise.answer(asked)
  if (answer.kind !== 'recommend') throw new UsageError(answer.headline)
  if (options.markdown) io.write(recordOf(answer, io.today))
  else {
    const page = pageOf(answer, catalogue)
    await emit(io, options, page, {
      ...recommendationJson(answer),
      command: spell(answer.command),
      text: toText(page),
      details: toSections(page),
    })
  }
}
