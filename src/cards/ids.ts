/** The action ids of cards, by which a click finds its listener. */
export const ids = {
  /** A button whose value is a command to answer. Numbered, since an action id is unique in its block. */
  ask: (index: number) => `ask.${index}`,
  /** A select whose chosen option's value is a command to answer. */
  pick: (what: string) => `ask.${what}`,
  /** Post this answer for all to see: the value is the command that gives it. */
  share: 'share',
  /** Report something wrong: the value is JSON, `{mesh, topic}`. */
  correct: 'correct',
} as const

/** Matches every action that carries a command, whether button or select. */
export const askPattern = /^ask\./
