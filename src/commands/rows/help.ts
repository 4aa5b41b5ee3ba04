import { answerHelp } from '../../answers/help.ts'
import { helpPage } from '../../pages/help-page.ts'
import { helpCommand } from '../make.ts'
import type { Row } from '../row.ts'
import type { Usage } from '../usage.ts'

declare module '../command.ts' {
  interface Commands {
    readonly help: { readonly about?: string }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly help: HelpAnswer
  }
}

export const helpUsage: Usage = {
  usage: 'help',
  does: 'Show this help',
  examples: ['help', 'help estimate'],
  example: () => helpCommand,
}

/** `help`: the commands by name, as `usages` lists them; or what one of them is, or is near to. */
export const helpOn = (usages: ReadonlyMap<string, Usage>): Row<'help'> => ({
  names: ['help', '?'],
  help: helpUsage,
  readsOnly: true,
  parse(rest, _, name) {
    if (rest === '') return { kind: 'help' }
    const about = rest.toLowerCase()
    // "Help me choose a mesh" is a question, as is every other that begins so.
    return /\s/.test(about) ? { kind: 'words', words: `${name} ${rest}`, to: 'ask' } : { kind: 'help', about }
  },
  spell: ({ about }) => (about === undefined ? 'help' : `help ${about}`),
  answer: ({ about }, { knowledge }) => answerHelp(knowledge, usages, about),
  about: () => ({ intent: 'help', meshes: [], modes: [], topics: [] }),
  page: helpPage,
  facts: () => [],
  json: ({ commands }) => ({ commands }),
})
