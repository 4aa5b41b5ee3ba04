import type { Answer } from '../answers/answer.ts'
import type { Known } from '../answers/known.ts'
import { besideNeighbour } from '../answers/neighbour.ts'
import type { Fact } from '../facts/fact.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Catalogue } from '../pages/catalogue.ts'
import type { Laid, Page } from '../pages/page.ts'
import type { Command, Kind } from './command.ts'
import { doubtful } from './doubt.ts'
import type { About, Form, Row } from './row.ts'
import { best } from './rows/best.ts'
import { compare } from './rows/compare.ts'
import { corrections } from './rows/corrections.ts'
import { define } from './rows/define.ts'
import { diagram } from './rows/diagram.ts'
import { estimate } from './rows/estimate.ts'
import { fact } from './rows/fact.ts'
import { helpOn, helpUsage } from './rows/help.ts'
import { incomplete } from './rows/incomplete.ts'
import { lacks } from './rows/lacks.ts'
import { migrate } from './rows/migrate.ts'
import { need } from './rows/need.ts'
import { neighbour } from './rows/neighbour.ts'
import { none } from './rows/none.ts'
import { quiet } from './rows/quiet.ts'
import { recommend } from './rows/recommend.ts'
import { show } from './rows/show.ts'
import { sources } from './rows/sources.ts'
import { status } from './rows/status.ts'
import { topics } from './rows/topics.ts'
import { troubleshoot } from './rows/troubleshoot.ts'
import { spellAside } from './spelling.ts'
import type { Usage } from './usage.ts'

type Table = { readonly [K in Kind]: Row<K> }

/** `ask QUESTION` is no command of its own: the question is read into one. */
const asking: Usage = {
  usage: 'ask QUESTION',
  does: 'Answer a question in plain words',
  takes: '[question...]',
  examples: ['ask does linkerd do rate limiting?', 'ask which mesh is lightest'],
  example: () => undefined,
}

/** All but help, which lists the others. Those that help names stand in its order. */
const rows = {
  compare,
  recommend,
  show,
  fact,
  migrate,
  estimate,
  diagram,
  sources,
  topics,
  corrections,
  status,
  quiet,
  best,
  define,
  lacks,
  none,
  need,
  neighbour,
  troubleshoot,
  incomplete,
} satisfies { readonly [K in Exclude<Kind, 'help'>]: Row<K> }

const [compareUsage, ...otherUsages] = Object.values(rows).flatMap(({ names: [name], help }) =>
  name !== undefined && help ? [[name, help] as const] : [],
)

/** Every command that help lists, by its name, in the order in which it does. */
export const usages: ReadonlyMap<string, Usage> = new Map([
  ...(compareUsage ? [compareUsage] : []),
  ['ask', asking],
  ...otherUsages,
  ['help', helpUsage],
])

/** Every command: what it is called, how it is read and spelled, answered, shown and told as data. */
export const table: Table = { ...rows, help: helpOn(usages) }

/** The words that give a command again, wherever they are typed. */
export const spell = <K extends Kind>(command: Command<K>): string =>
  table[command.kind].spell(command) + spellAside(command)

/** The answer to a command: the only place where one is made. */
export function answerTo<K extends Kind>(command: Command<K>, known: Known): Answer<K> {
  const { knowledge } = known
  const answer = table[command.kind].answer(command, known)
  const { doubt, beside } = command
  const { meshes, topics } = aboutOf(command, knowledge)
  const doubted = doubt && doubtful(doubt, { kind: command.kind, meshes, topics }, answer, knowledge)
  const headline = doubted?.headline ?? answer.headline
  const said = beside === undefined ? headline : besideNeighbour(knowledge, beside, headline)
  return { ...answer, ...doubted, ...{ headline: said }, command }
}

/** An answer, laid out for reading. */
export function pageOf<K extends Kind>(answer: Answer<K>, catalogue: Catalogue): Page {
  return asPage(answer, table[answer.command.kind].page(answer, catalogue))
}

/** What is laid out of an answer as a page: how its words were taken comes first. */
export function asPage<K extends Kind>(answer: Answer<K>, laid: Laid): Page {
  const parts = answer.askBack ? [{ kind: 'paragraph', text: [answer.askBack] } as const, ...laid.parts] : laid.parts
  return { ...laid, parts, command: spell(answer.command) }
}

/** Every fact that an answer shows. */
export const factsOf = <K extends Kind>(answer: Answer<K>): readonly Fact[] => table[answer.command.kind].facts(answer)

/** What only its kind of answer has as data. */
export const jsonOf = <K extends Kind>(answer: Answer<K>, knowledge: Knowledge): object =>
  table[answer.command.kind].json(answer, knowledge)

/** What a command asks. */
export const aboutOf = <K extends Kind>(command: Command<K>, knowledge: Knowledge): About =>
  table[command.kind].about(command, knowledge)

/** The form that Slack opens for a command that was typed or pressed. */
export const formFor = <K extends Kind>(command: Command<K>): Form | undefined => table[command.kind].form?.(command)
