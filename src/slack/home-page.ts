import type { Page } from '../pages/page.ts'
import { showAge } from '../pages/status-page.ts'
import type { InService } from '../service.ts'
import { exampleQuestions } from './examples.ts'

/** What the Home tab shows: what Meshwise is, questions to begin with, and how old its knowledge is. */
export const homePage = (service: InService, now: Date): Page => ({
  understood: 'Meshwise',
  lead: ['Answers about Kubernetes service meshes, from sourced and dated facts. No language model, no guesses.'],
  parts: [
    {
      kind: 'list',
      heading: 'How to ask',
      items: [
        ['Mention me in a channel, and I answer in the thread.'],
        ['Type /mesh and a question anywhere: only you see the answer until you share it.'],
        ['Write to me in the Messages tab. What the buttons here ask is answered there too.'],
      ],
    },
    { kind: 'note', text: [`Knowledge of ${meshNames(service)}, loaded ${showAge(service.loadedAt, now)} ago.`] },
  ],
  choices: [exampleQuestions(service).map(({ question, command }) => ({ kind: 'ask', label: question, command }))],
  command: 'help',
})

const meshNames = ({ knowledge }: InService): string => knowledge.meshes.map(({ name }) => name).join(', ')
