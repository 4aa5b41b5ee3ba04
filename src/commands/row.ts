import type { Answer, Answers } from '../answers/answer.ts'
import type { Known } from '../answers/known.ts'
import type { Fact } from '../facts/fact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Catalogue } from '../pages/catalogue.ts'
import type { Laid } from '../pages/page.ts'
import type { Intent, ThreadContext } from '../questions/question.ts'
import type { Command, Kind, NamedMeshes } from './command.ts'
import type { Tools } from './tools.ts'
import type { Usage } from './usage.ts'

/** One row of the table: everything that there is to a command. */
export interface Row<K extends Kind> {
  /** What help says of it; absent where people ask in words, or press a button, rather than type it. */
  readonly help?: Usage
  /** The words by which it is typed. */
  readonly names: readonly string[]
  /** Whether it changes nothing anywhere. */
  readonly readsOnly: boolean
  /** The form that Slack opens for a command as it was typed or pressed, before there is an answer. */
  form?(command: Command<K>): Form | undefined
  /** Reads what follows the name. */
  parse(rest: string, tools: Tools, name: string): Parsed
  /** Words that a person could type, which give the same command again. */
  spell(command: Command<K>): string
  answer(command: Command<K>, known: Known): Answers[K]
  /** What a question that comes to this command asks, and what a thread is about after it. */
  about(command: Command<K>, knowledge: Knowledge): About
  page(answer: Answer<K>, catalogue: Catalogue): Laid
  /** Every fact that an answer shows. */
  facts(answer: Answer<K>): readonly Fact[]
  /** What only this kind of answer has as data. */
  json(answer: Answer<K>, knowledge: Knowledge): object
}

/** A command; words that are to be read like a question; or what is a slip of the finger off a command. */
export type Parsed = Command | Handed | Slip
/** Words to be read as a question, or for the needs that they tell of. */
export interface Handed {
  readonly kind: 'words'
  readonly words: string
  readonly to: 'ask' | 'recommend'
}

/** What was said, and the same with the name of a command that was probably meant. */
export interface Slip {
  readonly kind: 'slip'
  readonly said: string
  readonly meant: string
}

/** The forms that Slack can open. */
export type Form = 'recommend' | 'estimate' | 'correction'

export interface About extends NamedMeshes {
  readonly intent: Intent
  readonly topics: readonly string[]
  readonly sizes?: ThreadContext['sizes']
  readonly requirements?: string
}
