import type { Knowledge } from './knowledge/knowledge.ts'
import type { Meshwise } from './meshwise.ts'
import type { KnowledgeState, Metrics } from './metrics.ts'
import type { KnowledgeHolder } from './service.ts'
import type { QueryLog } from './storage/query-log.ts'

/** A Meshwise whose answers are counted by their kind. */
export function countAnswers(meshwise: Meshwise, { answered }: Pick<Metrics, 'answered'>): Meshwise {
  const counted = <Reply extends { readonly answer: { readonly kind: string } }>(reply: Reply): Reply => {
    answered(reply.answer.kind)
    return reply
  }
  return {
    ...meshwise,
    answer: (command, context) => counted(meshwise.answer(command, context)),
    reply: (read, context) => counted(meshwise.reply(read, context)),
    ask: (text, context) => counted(meshwise.ask(text, context)),
  }
}

const operations: Readonly<Record<string, string>> = {
  SelectQueryNode: 'select',
  InsertQueryNode: 'insert',
  UpdateQueryNode: 'update',
  DeleteQueryNode: 'delete',
}

/** Times every query, and counts those that fail. */
export const countQueries =
  ({ queried }: Pick<Metrics, 'queried'>): QueryLog =>
  ({ level, query, queryDurationMillis }) =>
    queried(operations[query.query.kind] ?? 'other', queryDurationMillis / 1000, level === 'error')

/** What a scrape is told of the knowledge. */
export function stateOf({ current, problems }: KnowledgeHolder): KnowledgeState {
  const checks = checksOf(current.knowledge)
  return {
    loadedAt: current.loadedAt,
    cells: checks.length,
    oldestCheck: checks.reduce<string | undefined>((oldest, day) => (oldest && oldest < day ? oldest : day), undefined),
    problems: problems.length,
  }
}

const checksOf = ({ meshes }: Knowledge): readonly string[] =>
  meshes.flatMap(({ facts }) => Object.values(facts).map(({ checked }) => checked))
