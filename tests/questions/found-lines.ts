import { z } from 'zod'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { createMeshwise } from '../../src/meshwise.ts'
import { firstSentence } from '../../src/wording.ts'
import { type Half, inHalf } from './found.ts'
import { linesOf } from './labelled.ts'

const schema = z.object({
  q: z.string(),
  source: z.url({ protocol: /^https$/ }),
  mesh: z.string(),
  /** The lines that would do as the first of an answer, by topic, as they stood when a person picked them. */
  answers: z.array(z.object({ topic: z.string(), lines: z.array(z.string()).min(1) })).min(1),
  kept: z.boolean(),
})

/** Questions on one mesh as people wrote them in public, with the lines of our facts that answer them. */
export const readFoundLines = () => linesOf('found-lines.jsonl').map((line) => schema.parse(line))

/** How often questions are answered by one of the lines that answer them. Counts. */
export interface LinesTold {
  readonly questions: number
  /** By the first words of the answer. */
  readonly first: number
  /** By its first sentence, which may hold two lines. */
  readonly told: number
  /** Of these, how many begin with a doubt. */
  readonly inDoubt: number
  /** By something else, without any doubt. */
  readonly off: number
  readonly refused: number
}

/** What goes before what is told, where that is in doubt. */
const doubts = /^(If you mean [^:]*: |I have nothing on [^;]*; (on the topic around it|what I have): |It may be this: )/
/** A line is known again by so many of its letters: a clause may have lost its capital or its end. */
const telling = 40
const atFront = 40

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Asks every question of a half, and looks for the lines that answer it. */
export function linesTold(half: Half, knowledge: Knowledge): LinesTold {
  const { ask } = createMeshwise(knowledge)
  const told = readFoundLines()
    .filter(inHalf(half))
    .map(({ q, answers }) => {
      const { headline, command } = ask(q).answer
      const isDoubted = doubts.test(headline)
      const sentence = plain(firstSentence(headline.replace(doubts, '')))
      const places = answers.flatMap(({ lines }) =>
        lines.map((line) => sentence.indexOf(plain(line).slice(0, telling))),
      )
      return { isDoubted, isRefused: command.kind === 'none', place: Math.min(...places.filter((at) => at >= 0)) }
    })
  const count = (is: (one: (typeof told)[number]) => boolean) => told.filter(is).length
  const isTold = ({ place }: { readonly place: number }) => Number.isFinite(place)
  return {
    questions: told.length,
    first: count(({ place }) => place < atFront),
    told: count(isTold),
    inDoubt: count((one) => isTold(one) && one.isDoubted),
    off: count((one) => !isTold(one) && !one.isDoubted && !one.isRefused),
    refused: count(({ isRefused }) => isRefused),
  }
}
