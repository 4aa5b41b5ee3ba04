import { type Problem, showProblem } from '../knowledge/problem.ts'

/** The user asked for something that there is not: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What was asked for can't be had, for the reason that the message tells: exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** Somebody pressed Ctrl-C at a question: exit code 130, as the shell has it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** The knowledge can't be used: exit code 1, and every problem is named. */
export class BrokenKnowledge extends Error {
  override readonly name = 'BrokenKnowledge'

  constructor(problems: readonly Problem[]) {
    super([...problems.map(showProblem), countProblems(problems.length)].join('\n'))
  }
}

const countProblems = (count: number): string => (count === 1 ? '1 problem.' : `${count} problems.`)
