import type { Command } from 'commander'
import { pageOf } from '../../commands/table.ts'
import { answerJson } from '../../json/answer-json.ts'
import type { Reply } from '../../meshwise.ts'
import type { Page } from '../../pages/page.ts'
import { toSections, toText } from '../../pages/to-text.ts'
import type { ThreadContext } from '../../questions/question.ts'
import { emit, type Format } from '../emit.ts'
import { explainReading } from '../explain.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import { openWorkbench, type Workbench } from '../workbench.ts'
import { examples } from './answer-commands.ts'
import { formatted } from './formatted.ts'

interface AskOptions extends Format {
  readonly batch?: boolean
  readonly explain?: boolean
}

/** `mesh ask`: a question in plain words, or with --batch a question a line. */
export function addAskCommand(program: Command, io: Io): void {
  formatted(program.command('ask'))
    .description('answer a question in plain words')
    .argument('[question...]', 'the question; quotes are not needed')
    .option('--explain', 'say how the question was understood')
    .option('--batch', 'read a question a line from stdin; a blank line starts a new thread')
    .addHelpText(
      'after',
      `${examples(
        'mesh ask "does linkerd do rate limiting?"',
        'mesh ask which mesh is lightest --explain',
        'mesh ask --json --batch < questions.txt',
      )}

With --batch, lines that follow each other are turns of one conversation, so that
"and cilium?" can follow "does istio support tracing?". Each line gives one line of JSON.`,
    )
    .action(async (words: string[], options: AskOptions) => {
      const question = words.join(' ').trim()
      if (options.batch) {
        if (question) throw new UsageError('with --batch, questions come from stdin: leave the question out')
        if (options.blocks) throw new UsageError('--batch prints text or --json, not --blocks')
        await askEach(io, await openWorkbench(io), options)
      } else {
        if (!question) throw new UsageError('ask needs a question, as in: mesh ask "does linkerd do rate limiting?"')
        await askOne(io, await openWorkbench(io), question, options)
      }
    })
}

async function askOne(io: Io, workbench: Workbench, question: string, options: AskOptions): Promise<void> {
  const reply = workbench.meshwise.ask(question)
  await emit(io, options, pageFor(workbench, reply, options), toJson(workbench, question, reply, options))
}

/** Answers each line as it comes: a paragraph is a conversation, whose context goes from turn to turn. */
async function askEach(io: Io, workbench: Workbench, options: AskOptions): Promise<void> {
  let context: ThreadContext | undefined
  for await (const line of io.lines()) {
    const question = line.trim()
    if (question === '') {
      context = undefined
      continue
    }
    const reply = workbench.meshwise.ask(question, context)
    context = reply.context
    if (options.json) io.write(`${JSON.stringify(toJson(workbench, question, reply, options))}\n`)
    else await emit(io, {}, pageFor(workbench, reply, options), undefined)
  }
}

function pageFor({ catalogue }: Workbench, { answer, question }: Reply, { explain }: AskOptions): Page {
  const page = pageOf(answer, catalogue)
  return explain && question ? { ...page, parts: [...page.parts, ...explainReading(question)] } : page
}

function toJson({ catalogue, knowledge }: Workbench, question: string, reply: Reply, { explain = false }: AskOptions) {
  const page = pageOf(reply.answer, catalogue)
  return answerJson(reply, { knowledge, question, text: toText(page), details: toSections(page), explain })
}
