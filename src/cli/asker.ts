/** Asks somebody at a terminal. Each function gives what was answered; not sure is an empty list or undefined. */
export interface Asker {
  chooseOne(ask: string, options: readonly Choice[], before: string | undefined): Promise<string | undefined>
  chooseMany(ask: string, options: readonly Choice[], before: readonly string[]): Promise<readonly string[]>
  number(ask: string, before: string | undefined): Promise<string | undefined>
}

export interface Choice {
  readonly value: string
  readonly label: string
}
