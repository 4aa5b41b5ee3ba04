/** What "a small team" is taken for. */
export const smallTeam = 3

/** What can be taken for granted when needs are read from somebody's words, by the word that says so in a command. */
export const assumptions = {
  'small-team': `A small team is taken for ${smallTeam} people.`,
  'wants-little': 'Wanting little is taken for wanting it simple.',
  'many-needs': 'So many needs are taken for wanting much of a mesh.',
  shoulds: 'What you did not call a must is taken as a should.',
  unmentioned: 'What you did not mention counts a little.',
} as const

export type Assumption = keyof typeof assumptions

export const isAssumption = (word: string): word is Assumption => Object.hasOwn(assumptions, word)
