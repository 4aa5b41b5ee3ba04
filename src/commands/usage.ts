import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Command } from './command.ts'

/** What help says of a command. */
export interface Usage {
  /** What is typed: names in capitals stand for something, square brackets for what may be left out. */
  readonly usage: string
  readonly does: string
  /** What the terminal takes after the name, in commander's notation; undefined where nothing. */
  readonly takes?: string
  /** As they are typed after `mesh` or `/mesh`. */
  readonly examples: readonly string[]
  /** One that works with whatever is known; undefined where it takes a person's own words. */
  example(knowledge: Knowledge): Command | undefined
}
