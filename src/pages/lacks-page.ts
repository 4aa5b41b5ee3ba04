import type { LacksAnswer } from '../answers/answer.ts'
import type { Fact } from '../facts/fact.ts'
import { firstSentence } from '../wording.ts'
import { choiceRows } from './choices.ts'
import { asList } from './fact-details.ts'
import { sourcesPart } from './fact-page.ts'
import { bold, type Laid, leadOf, type Prose } from './page.ts'

/** More than this is no screen any more. */
const mostShown = 6

/** What a mesh lacks, topic by topic. */
export const lacksPage = (answer: LacksAnswer): Laid => ({
  understood: answer.understood,
  lead: leadOf(answer.headline),
  parts: [
    ...asList(undefined, answer.facts.map(say), { cap: mostShown }),
    ...asList('In part only', answer.inPart.map(say), { cap: 4 }),
    ...(answer.facts.length > 0 ? [sourcesPart(answer.facts)] : []),
  ],
  choices: choiceRows(answer.suggestions),
})

const say = ({ topic, statement }: Fact): Prose => [bold(`${topic.name}: `), firstSentence(statement)]
