import { notCoveredPage } from '../../pages/not-covered-page.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly quiet: { readonly off: boolean }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly quiet: QuietAnswer
  }
}

/** `quiet [off]`: ends follow-ups without a mention in a channel, or lets them begin again. */
export const quiet: Row<'quiet'> = {
  names: ['quiet'],
  help: {
    usage: 'quiet [off]',
    does: 'In this channel, answer only when I am mentioned; off ends that',
    takes: '[off]',
    examples: ['quiet', 'quiet off'],
    example: () => ({ kind: 'quiet', off: false }),
  },
  readsOnly: false,
  parse(rest) {
    if (rest === '' || /^(on|off)$/i.test(rest)) return { kind: 'quiet', off: rest.toLowerCase() === 'off' }
    return { kind: 'words', words: `quiet ${rest}`, to: 'ask' }
  },
  spell: ({ off }) => (off ? 'quiet off' : 'quiet'),
  answer: ({ off }) => ({
    kind: 'quiet',
    understood: 'Follow-ups',
    headline: off
      ? 'In a thread of this channel where I was asked before, I may answer again without a mention.'
      : 'In this channel I answer only when I am mentioned, by my slash command, or by a button.',
    suggestions: [],
  }),
  about: () => ({ intent: 'none', meshes: [], modes: [], topics: [] }),
  page: notCoveredPage,
  facts: () => [],
  json: () => ({}),
}
