/** One thing wrong in a knowledge file, with the place to go to and what to do there. */
export interface Problem {
  readonly file: string
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number
  /** Dotted path of the field, empty for the file as a whole. */
  readonly field: string
  readonly message: string
}

/** A problem as one line for a terminal or a log. */
export const showProblem = ({ file, line, field, message }: Problem): string =>
  `${file}${line > 0 ? `:${line}` : ''}${field ? `  ${field}` : ''}  ${message}`
