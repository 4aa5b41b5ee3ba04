import type { InService } from '../knowledge/holder.ts'
import type { Topic } from '../knowledge/knowledge.ts'

/** A question that can be asked, with the command that gives its answer. */
export interface Example {
  readonly question: string
  readonly command: string
}

/** Up to four questions to begin with, from what there is in the knowledge: each has an answer. */
export function exampleQuestions({ knowledge, meshwise }: InService): readonly Example[] {
  const { meshes, topics, terms } = knowledge
  const [first, second, third] = meshes
  const supported = topics.find(({ kind }) => kind === 'supported')
  const measured = topics.find(({ kind }) => kind === 'measured')
  const questions = [
    first && second && `Compare ${first.name} and ${second.name}`,
    third && supported && `Does ${third.name} support ${inSentence(supported)}?`,
    measured && `Which mesh is best on ${inSentence(measured)}?`,
    terms[0] && `What is ${terms[0].term}?`,
  ]
  return questions
    .filter((question) => question !== undefined)
    .map((question) => ({ question, reply: meshwise.ask(question) }))
    .filter(({ reply }) => reply.answer.kind !== 'none' && reply.answer.kind !== 'clarify')
    .map(({ question, reply }) => ({ question, command: reply.command }))
}

/** A title within a sentence; one such as "mTLS" or "FIPS" keeps its capitals. */
const inSentence = ({ title }: Topic): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
