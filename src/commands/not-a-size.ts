import type { Command } from './command.ts'
import { estimateOf } from './make.ts'
import { sizeWords } from './size-words.ts'
import { oneThingMissing } from './tools.ts'

const example = { pods: 500, nodes: 20, rps: 2000, hops: 4, l7: true } as const

/** That a size can't be read or is not possible, with an example of one. `said` is what was typed. */
export function notASize(said: string, problem: string): Command<'incomplete'> {
  const command = estimateOf(example)
  return {
    kind: 'incomplete',
    said,
    title: oneThingMissing,
    problem: `${problem} An estimate looks like "estimate ${sizeWords(example)}".`,
    choices: command ? [{ label: 'An example', command }] : [],
  }
}
