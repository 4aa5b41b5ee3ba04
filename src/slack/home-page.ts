import { estimateOf, recommendAmong } from '../commands/make.ts'
import type { Page } from '../pages/page.ts'
import { showAge } from '../pages/status-page.ts'
import type { InService } from '../service.ts'
import { exampleQuestions } from './examples.ts'

export interface HomeOptions {
  readonly now: Date
  /** The name of the slash command. */
  readonly command: string
  /** What was asked here last, as its answer understood it. */
  readonly answered?: string | undefined
}

/** What the Home tab shows: what people come for, questions to begin with, and how old the knowledge is. */
export function homePage(service: InService, { now, command, answered }: HomeOptions): Page {
  const [first, ...others] = exampleQuestions(service).map(
    ({ question, command }) => ({ kind: 'ask', label: question, command }) as const,
  )
  const { basis } = service.meshwise
  const anySize = estimateOf({})
  return {
    understood: 'Meshwise',
    lead: ['Answers about Kubernetes service meshes, from sourced and dated facts. No language model, no guesses.'],
    parts: [
      ...(answered === undefined
        ? []
        : [{ kind: 'paragraph', text: [`Answered in the Messages tab: ${answered}`] } as const]),
      {
        kind: 'list',
        heading: 'How to ask',
        items: [
          ['Mention me in a channel, and I answer in the thread.'],
          [`Type ${command} and a question anywhere: only you see the answer until you share it.`],
          ['Write to me in the Messages tab. What the buttons here ask is answered there too.'],
        ],
      },
      { kind: 'note', text: [`Knowledge of ${meshNames(service)}, loaded ${showAge(service.loadedAt, now)} ago.`] },
    ],
    choices: [
      [
        ...(first ? [first] : []),
        ...(basis ? [{ kind: 'ask', label: 'Which mesh fits us?', command: recommendAmong([]) } as const] : []),
        ...(anySize ? [{ kind: 'ask', label: 'What would it cost us?', command: anySize } as const] : []),
      ],
      others,
    ],
    command: 'help',
  }
}

const meshNames = ({ knowledge }: InService): string => knowledge.meshes.map(({ name }) => name).join(', ')
