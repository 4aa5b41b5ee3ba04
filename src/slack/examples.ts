import type { Command } from '../commands/command.ts'
import type { Term, Topic } from '../knowledge/knowledge.ts'
import type { InService } from '../service.ts'
import { inSentence } from '../wording.ts'

/** A question that can be asked, with the command that gives its answer. */
export interface Example {
  readonly question: string
  readonly command: Command
}

/** Up to four questions to begin with, from what there is in the knowledge: each has an answer. */
export function exampleQuestions({ knowledge, meshwise }: InService): readonly Example[] {
  const { meshes, topics, terms } = knowledge
  const [first, second, third] = meshes
  const supported = topics.find(({ kind }) => kind === 'supported')
  const measured = topics.find(({ kind }) => kind === 'measured')
  const questions = [
    first && second && `Compare ${first.name} and ${second.name}`,
    third && supported && `Does ${third.name} support ${inSentence(supported.title)}?`,
    measured && askForLeast(measured),
    terms[0] && askForMeaning(terms[0]),
  ]
  return questions
    .filter((question) => question !== undefined)
    .map((question) => ({ question, reply: meshwise.ask(question) }))
    .filter(({ reply }) => reply.answer.kind !== 'none' && reply.answer.kind !== 'clarify')
    .map(({ question, reply }) => ({ question, command: reply.answer.command }))
}

/** What is measured is a burden, so the least of it is asked for: "latency overhead" is latency that a mesh adds. */
function askForLeast({ title }: Topic): string {
  const [, added] = /^(.+) overhead$/i.exec(title) ?? []
  return added ? `Which mesh adds the least ${inSentence(added)}?` : `Which mesh has the lowest ${inSentence(title)}?`
}

/** A term with its plural among its aliases is a thing that can be counted: it takes an article. */
function askForMeaning({ term, aliases }: Term): string {
  const name = inSentence(term)
  const plurals = [`${term}s`, `${term}es`].map((plural) => plural.toLowerCase())
  if (!aliases.some((alias) => plurals.includes(alias.toLowerCase()))) return `What is ${name}?`
  return `What is ${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}?`
}
