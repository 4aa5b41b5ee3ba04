import { answerCompare, groupScope, overall, topicScope } from '../../answers/compare.ts'
import { mostMeshes } from '../../answers/shown-meshes.ts'
import { rowJson } from '../../json/fact-json.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { comparisonPage } from '../../pages/comparison-page.ts'
import type { Scope } from '../command.ts'
import { compareMeshes } from '../make.ts'
import { meshesOf, topicsOf } from '../resolve.ts'
import type { Parsed, Row } from '../row.ts'
import { spellMeshes, spellScope } from '../spelling.ts'
import { oneThingMissing, splitOn, type Tools } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly compare: NamedMeshes & { readonly scope: Scope }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly compare: ComparisonAnswer
  }
}

/** `compare A B [C D] [on TOPIC]`: meshes side by side. */
export const compare: Row<'compare'> = {
  names: ['compare'],
  help: {
    usage: 'compare A B [C D] [on TOPIC]',
    does: 'Compare two to four meshes, overall or on a topic or area',
    takes: '[words...]',
    examples: ['compare istio cilium', 'compare istio linkerd on latency-overhead', 'compare all on security'],
    example: ({ meshes: [first, second] }) => first && second && compareMeshes([first.id, second.id]),
  },
  readsOnly: true,
  parse: parseCompare,
  spell: ({ scope, ...named }) => `compare ${spellMeshes(named)}${spellScope(scope)}`,
  answer: ({ meshes, modes, scope }, known) =>
    answerCompare(known, meshesOf(known.knowledge, meshes), scopeOf(known.knowledge, scope), modes),
  about: ({ meshes, modes, scope }) => ({
    intent: 'compare',
    meshes,
    modes,
    topics: scope.kind === 'topics' ? scope.topics : [],
  }),
  page: comparisonPage,
  facts: ({ rows }) => rows.flatMap(({ facts }) => facts),
  json: ({ meshes, command, deciding, rows }) => ({
    meshes: meshes.map(({ id }) => id),
    scope: scopeId(command.scope),
    deciding,
    rows: rows.map(rowJson),
  }),
}

/** Reads what follows `compare`: "istio linkerd retries" needs no "on", as the words name a topic. */
export function parseCompare(rest: string, tools: Tools): Parsed {
  const said = `compare ${rest}`.trim()
  const meshIds = tools.knowledge.meshes.map(({ id }) => id)
  const { before, topicText } = splitOn(rest)
  const { meshes, unknown, modes, all } = tools.readMeshes(before)
  const unsaid = topicText === '' && unknown.length > 0 && tools.namesTopic(unknown.join(' ')) ? unknown.join(' ') : ''
  const scope = tools.readScope(topicText || unsaid)
  if (!scope) {
    const ids = meshes.length > 1 ? meshes.slice(0, mostMeshes) : meshIds.slice(0, mostMeshes)
    return tools.noSuchTopic(said, topicText || unsaid, (topic) => ({ ...compareMeshes(ids, topic), modes }))
  }
  const among = (ids: readonly string[]) => ({ kind: 'compare', meshes: ids, modes, scope }) as const
  if (unknown.length > 0 && !unsaid) {
    const others = meshIds.filter((id) => !meshes.includes(id))
    return tools.noSuchMesh(said, unknown, (id) => among([...meshes, id]), others)
  }
  const [first] = meshes
  if (all || first === undefined) return among(meshIds.slice(0, mostMeshes))
  if (meshes.length > 1) return among(meshes.slice(0, mostMeshes))
  const others = meshIds.filter((id) => id !== first)
  return {
    kind: 'incomplete',
    said,
    title: oneThingMissing,
    problem: `Compare ${tools.nameOf(first)} with which mesh?`,
    choices: [
      ...others.map((id) => ({ label: tools.nameOf(id), command: among([first, id]) })),
      { label: 'All of them', command: among(meshIds.slice(0, mostMeshes)) },
    ],
  }
}

function scopeOf(knowledge: Knowledge, scope: Scope) {
  switch (scope.kind) {
    case 'overall':
      return overall(knowledge)
    case 'group':
      return groupScope(knowledge, scope.group) ?? overall(knowledge)
    case 'topics':
      return topicScope(topicsOf(knowledge, scope.topics))
  }
}

/** What a comparison is on, in one word. */
function scopeId(scope: Scope): string {
  switch (scope.kind) {
    case 'overall':
      return 'all'
    case 'group':
      return scope.group
    case 'topics':
      return scope.topics.join(' ')
  }
}
