import { answerFact } from '../../answers/fact.ts'
import { factJson } from '../../json/fact-json.ts'
import { factPage } from '../../pages/fact-page.ts'
import { type Aspect, aspects } from '../../questions/question.ts'
import type { NamedMeshes } from '../command.ts'
import { factOn } from '../make.ts'
import { parseOnTopic } from '../on-topic.ts'
import { meshesOf, topicsOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { spellMeshes } from '../spelling.ts'

declare module '../command.ts' {
  interface Commands {
    readonly fact: FactCommand
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly fact: FactAnswer
  }
}

interface FactCommand extends NamedMeshes {
  readonly topics: readonly string[]
  /** What is asked of them; whether they can, where nothing is said. */
  readonly aspect?: Aspect
  /** The lines of the fact that answer, such as `limit.2`, best first; none where all that it says does. */
  readonly told?: readonly string[]
  /** Words that narrow the question. */
  readonly focus?: readonly string[]
  /** What the question names that nothing explains: a word, or a product of which nothing is known. */
  readonly nothingOn?: string
  /** True where it is asked which ones do not: then these come first. */
  readonly worstFirst?: boolean
}

type Asides = Pick<FactCommand, 'aspect' | 'told' | 'focus' | 'nothingOn' | 'worstFirst'>

const isAspect = (word: string): word is Aspect => aspects.some((aspect) => aspect === word)

/** Takes what is asked beyond meshes and topics off the end: "asking default about prometheus worst first". */
function splitAsides(rest: string): { rest: string; asides: Asides } {
  const [, before = '', worst] = /^(.*?)( worst first)?$/is.exec(rest) ?? []
  const [, main = '', asking, told, about, nothingOn] =
    /^(.*?)(?: asking (\S+))?(?: told (\S+))?(?: about (.+?))?(?: nothing on (.+?))?$/is.exec(before) ?? []
  const aspect = asking?.toLowerCase()
  if (aspect !== undefined && !isAspect(aspect)) return { rest, asides: {} }
  return {
    rest: main,
    asides: {
      ...(aspect === undefined ? {} : { aspect }),
      ...(told === undefined ? {} : { told: told.toLowerCase().split(',') }),
      ...(about === undefined ? {} : { focus: about.split(/\s+/) }),
      ...(nothingOn === undefined ? {} : { nothingOn }),
      ...(worst === undefined ? {} : { worstFirst: true }),
    },
  }
}

/** `fact MESHES on TOPICS [asking ASPECT] [told LINES] [about WORDS] [nothing on NAME] [worst first]`: what meshes do, have or cost. */
export const fact: Row<'fact'> = {
  names: ['fact'],
  help: {
    usage: 'fact MESH on TOPIC',
    does: 'Say what a mesh does, has or costs, on a topic',
    takes: '<words...>',
    examples: ['fact linkerd on rate-limiting', 'fact all on mutual-tls'],
    example: ({ meshes: [mesh], topics: [topic] }) => mesh && topic && factOn([mesh.id], topic.id),
  },
  readsOnly: true,
  parse(text, tools) {
    const { rest, asides } = splitAsides(text)
    const parsed = parseOnTopic('fact', rest, tools, (named, topics) => ({ kind: 'fact', ...named, topics, ...asides }))
    // Said again, it is with everything that was asked.
    return parsed.kind === 'incomplete' ? { ...parsed, said: `fact ${text}`.trim() } : parsed
  },
  spell: ({ topics, aspect, told, focus = [], nothingOn, worstFirst, ...named }) =>
    [
      `fact ${spellMeshes(named)} on ${topics.join(' ')}`,
      ...(aspect === undefined ? [] : [`asking ${aspect}`]),
      ...(told === undefined ? [] : [`told ${told.join(',')}`]),
      ...(focus.length > 0 ? [`about ${focus.join(' ')}`] : []),
      ...(nothingOn === undefined ? [] : [`nothing on ${nothingOn}`]),
      ...(worstFirst ? ['worst first'] : []),
    ].join(' '),
  answer: ({ meshes, modes, topics, doubt, aspect = doubt && 'what', told, focus, nothingOn, worstFirst }, known) =>
    // A level is no reply to what may have been another question.
    answerFact(known, meshesOf(known.knowledge, meshes), topicsOf(known.knowledge, topics), {
      modes,
      ...(aspect === undefined ? {} : { aspect }),
      ...(told === undefined ? {} : { told }),
      ...(focus === undefined ? {} : { focus }),
      ...(nothingOn === undefined ? {} : { nothingOn }),
      ...(worstFirst === undefined ? {} : { negated: worstFirst }),
    }),
  about: ({ meshes, modes, topics }) => ({ intent: 'fact', meshes, modes, topics }),
  page: factPage,
  facts: ({ facts }) => facts,
  json: ({ facts }) => ({ facts: facts.map(factJson) }),
}
