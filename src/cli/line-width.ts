const usual = 80

/** How many characters fit a line: what the terminal says, else COLUMNS, as when the output goes into a pipe. */
export function lineWidth(env: Readonly<Record<string, string | undefined>>, terminal: number | undefined): number {
  const wanted = /^\d{1,4}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : 0
  return terminal || wanted || usual
}
