import { answerMigrate } from '../../answers/migrate.ts'
import { rowJson } from '../../json/fact-json.ts'
import { migrationPage } from '../../pages/migration-page.ts'
import { moveTo } from '../make.ts'
import { meshOf } from '../resolve.ts'
import type { Row } from '../row.ts'

declare module '../command.ts' {
  interface Commands {
    readonly migrate: { readonly from?: string; readonly to?: string }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly migrate: MigrationAnswer
  }
}

/** `migrate FROM TO`, `migrate from A`, `migrate to B`: what to weigh on the way; both ends may be open. */
export const migrate: Row<'migrate'> = {
  names: ['migrate'],
  help: {
    usage: 'migrate FROM TO',
    does: 'Say what moving from one mesh to another takes, and what is lost',
    takes: '[meshes...]',
    examples: ['migrate istio linkerd', 'migrate from consul'],
    example: ({ meshes: [from, to] }) => from && to && moveTo(from.id, to.id),
  },
  readsOnly: true,
  parse(rest, { readMeshes }) {
    const [first, second] = readMeshes(rest).meshes
    if (first === undefined) return { kind: 'migrate' }
    if (second !== undefined) return { kind: 'migrate', from: first, to: second }
    return /^from\b/i.test(rest) ? { kind: 'migrate', from: first } : { kind: 'migrate', to: first }
  },
  spell: ({ from, to }) =>
    from !== undefined && to !== undefined
      ? `migrate ${from} ${to}`
      : ['migrate', ...(from ? ['from', from] : []), ...(to ? ['to', to] : [])].join(' '),
  answer({ from, to }, known) {
    const mesh = (id: string | undefined) => (id === undefined ? undefined : meshOf(known.knowledge, id))
    return answerMigrate(known, mesh(from), mesh(to))
  },
  about: ({ from, to }) => ({
    intent: 'migrate',
    meshes: [from, to].filter((id) => id !== undefined),
    modes: [],
    topics: ['migration'],
  }),
  page: migrationPage,
  facts: ({ losses, facts }) => [...losses.flatMap((row) => row.facts), ...facts],
  json: ({ from, to, considerations, notes, losses }) => ({
    from: from?.id,
    to: to?.id,
    losses: losses.map(rowJson),
    notes,
    considerations,
  }),
}
