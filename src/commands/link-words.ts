/** Words that stand between names in a command and name nothing themselves. */
export const linkWords = ['vs', 'versus', 'and', 'with', 'or', 'to', 'against', 'mesh', 'the'] as const
