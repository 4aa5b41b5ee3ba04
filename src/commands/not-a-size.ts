import type { Command } from './command.ts'
import { estimateOf } from './make.ts'
import { sizeWords } from './size-words.ts'
import { oneThingMissing } from './tools.ts'

const example = { pods: 500, nodes: 20, rps: 2000, hops: 4, l7: true } as const

/** That a size can't be read or is not possible, with what may have been meant, or else an example. `said` is what was typed. */
export function notASize(said: string, problem: string, meant?: Labelled): Command<'incomplete'> {
  const command = estimateOf(example)
  return {
    kind: 'incomplete',
    said,
    title: oneThingMissing,
    problem: meant ? problem : `${problem} An estimate looks like "estimate ${sizeWords(example)}".`,
    choices: meant ? [meant] : command ? [{ label: 'An example', command }] : [],
  }
}

interface Labelled {
  readonly label: string
  readonly command: Command
}
