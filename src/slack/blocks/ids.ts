/** The action ids of cards, by which a click finds its listener. */
export const ids = {
  /** A button whose value is a command to answer. Numbered, since an action id is unique in its block. */
  ask: (index: number) => `ask.${index}`,
  /** A button whose command's answer takes the place of this one. Numbered like the others. */
  change: (index: number) => `change.${index}`,
  /** A select whose chosen option's value is a command to answer. */
  pick: (what: string) => `ask.${what}`,
  /** Post this answer for all to see: the value is the command that gives it. */
  share: 'share',
  /** Report something wrong: the value is JSON, `{mesh, topic}`. */
  correct: 'correct',
  /** Show the whole answer: the value is the command that gives it. */
  details: 'details',
  /** Do something with a recommendation: the value is its requirements in words. */
  advise: (act: 'adjust' | 'export') => `advise.${act}`,
} as const

/** Matches the actions whose answer takes the place of the message. */
export const changePattern = /^change\./

/** Matches every other action that carries a command, whether button or select. */
export const askPattern = /^ask\./

/** Matches the button for the whole answer; of earlier versions those of recommendations too. */
export const detailsPattern = /^(?:advise\.)?details$/

/** Matches what can be done with a recommendation. */
export const advisePattern = /^advise\./
