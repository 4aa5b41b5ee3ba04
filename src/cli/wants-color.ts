/** Whether to colour: FORCE_COLOR and NO_COLOR decide (see force-color.org, no-color.org), else whether it is a terminal. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const force = env.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
}
