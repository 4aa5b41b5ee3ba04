import { isPartedBy, isWeighed } from '../advisor/weighed-topics.ts'
import { compareMeshes, recommendAmong, showMesh } from '../commands/make.ts'
import { inBrief, inBriefHere } from '../facts/brief.ts'
import type { Fact } from '../facts/fact.ts'
import { apartInMode, besideModes, inMode } from '../facts/modes.ts'
import { defaultMode, namedTopic } from '../facts/resolve.ts'
import { spread, standing } from '../facts/standing.ts'
import type { Knowledge, Mesh, ModeOfMesh, Topic } from '../knowledge/knowledge.ts'
import { inSentence, listed } from '../wording.ts'
import type { ComparisonAnswer, ModeInOrder, WeighedRow } from './answer.ts'
import type { Known } from './known.ts'

/** Everything, a group of topics, or single topics. */
export interface Scope {
  readonly title: string
  readonly topics: readonly Topic[]
}

export const overall = (knowledge: Knowledge): Scope => ({
  title: 'Overall',
  topics: knowledge.topics.filter(({ id }) => !isAdvice(id)),
})

/** Topics that advise rather than state: they have no place in a table of facts. */
const isAdvice = (topicId: string): boolean => topicId === 'best-fit' || topicId === 'migration'

export function groupScope(knowledge: Knowledge, groupId: string): Scope | undefined {
  const group = knowledge.groups.find(({ id }) => id === groupId)
  return group && { title: group.title, topics: knowledge.topics.filter((one) => one.group === group.id) }
}

export const topicScope = (topics: readonly Topic[]): Scope => ({
  title: listed(topics.map(({ title }) => title)),
  topics,
})

/** Two or more meshes side by side, differences before similarities, the differences that decide on top. */
export function answerCompare(
  known: Known,
  meshes: readonly Mesh[],
  scope: Scope,
  modes: readonly ModeOfMesh[] = [],
): ComparisonAnswer {
  const columns = meshes.map((mesh) => columnOf(mesh, modes))
  const rows = scope.topics
    .map((topic) => rowOf(known, columns, topic, scope.topics.length === 1))
    .sort(
      (a, b) => Number(b.differs) - Number(a.differs) || b.decides - a.decides || Number(b.weighed) - Number(a.weighed),
    )
  const deciding = decidingDifferences(rows)
  const names = columns.map(({ name }) => name)
  return {
    kind: 'compare',
    understood: `${names.join(' vs ')} · ${scope.title}`,
    headline: headline(names, scope, rows, deciding),
    meshes: columns.map(({ mesh, name }) => ({ id: mesh.id, name })),
    scope: { title: scope.title },
    choose: columns.flatMap((column) => chooseIf(column, rows)),
    deciding,
    rows,
    suggestions: [
      ...(scope.topics.length === 1
        ? [{ label: 'Compare overall', command: { ...compareMeshes(meshes.map(({ id }) => id)), modes } }]
        : []),
      {
        label: 'Which fits us?',
        command: recommendAmong(meshes.length === known.knowledge.meshes.length ? [] : meshes.map(({ id }) => id)),
      },
      ...meshes.slice(0, 2).map(({ id, name }) => ({ label: `All on ${name}`, command: showMesh(id) })),
    ],
  }
}

/** The reason to choose a mesh that names most of what it does better in, else one that names any of what is compared. */
function chooseIf({ mesh, mode, name }: Column, rows: readonly WeighedRow[]): ComparisonAnswer['choose'][number][] {
  const ahead = new Set(rows.flatMap(({ topic, facts }) => (soleLeader(facts)?.mesh.name === name ? [topic.id] : [])))
  const compared = new Set(rows.map(({ topic }) => topic.id))
  const [first] = mesh.choose
    .filter((entry) => entry.mode === undefined || mode === undefined || entry.mode === mode)
    .filter(({ topics }) => topics.some((id) => compared.has(id)))
    .map(({ when, topics }) => ({ when, count: topics.filter((id) => ahead.has(id)).length }))
    .sort((a, b) => b.count - a.count)
  return first ? [{ mesh: name, when: first.when }] : []
}

interface Column {
  readonly mesh: Mesh
  readonly mode: string | undefined
  /** With the mode where one is asked for: "Istio (ambient mode)". */
  readonly name: string
}

function columnOf(mesh: Mesh, modes: readonly ModeOfMesh[]): Column {
  const id = modes.find((choice) => choice.mesh === mesh.id)?.mode
  const mode = id === undefined ? undefined : mesh.modes[id]
  if (id === undefined || !mode || mode.default) return { mesh, mode: undefined, name: mesh.name }
  return {
    mesh,
    mode: id,
    name: `${mesh.name} (${inSentence(mode.name)})`,
  }
}

/** A topic of a comparison; where it is the only one, modes that stand elsewhere than their mesh are compared too. */
function rowOf(known: Known, columns: readonly Column[], topic: Topic, withModes: boolean): WeighedRow {
  const { knowledge, basis } = known
  const judged = columns.map(({ mesh, mode, name }) => {
    const fact = inMode(known.facts.of(mesh.id, topic.id), mode)
    return { mesh, fact: { ...fact, mesh: { ...fact.mesh, name } } }
  })
  const facts = judged.flatMap(({ mesh, fact }) => (withModes ? besideModes(fact, defaultMode(mesh)) : [fact]))
  const modes = withModes ? [] : facts.flatMap((fact) => modesInOrder(fact, facts))
  const weighed = basis === undefined || isWeighed(basis, topic)
  const apart = basis && isPartedBy(basis, topic, judged) ? 1 : spread(withAhead({ facts, modes }))
  return {
    topic: namedTopic(topic),
    area: { id: topic.group, name: knowledge.groups.find(({ id }) => id === topic.group)?.title ?? topic.group },
    facts,
    differs: new Set(withAhead({ facts, modes }).map(inBrief)).size > 1,
    decides: weighed ? apart : apart * littleWeighed,
    weighed,
    modes,
  }
}

/** The modes of a fact's mesh that stand elsewhere among the others than the mesh: which of the two is first would change. */
function modesInOrder(fact: Fact, facts: readonly Fact[]): ModeInOrder[] {
  const own = standing(fact)
  if (own === undefined) return []
  const others = facts.flatMap((other) => (other === fact ? [] : (standing(other) ?? [])))
  return fact.modes.flatMap(({ mode }): ModeInOrder[] => {
    if (!mode) return []
    const inIt = apartInMode(fact, mode.id, `${fact.mesh.name}, ${inSentence(mode.name)}`)
    const score = standing(inIt)
    if (score === undefined || others.every((other) => Math.sign(score - other) === Math.sign(own - other))) return []
    return [{ fact: inIt, mode, isAhead: score > own }]
  })
}

/** The facts of a row, with those of modes that come ahead of another mesh. */
const withAhead = ({ facts, modes }: Pick<WeighedRow, 'facts' | 'modes'>): readonly Fact[] => [
  ...facts,
  ...modes.flatMap(({ fact, isAhead }) => (isAhead ? [fact] : [])),
]

/** What a difference counts on a topic that recommendations don't weigh. */
const littleWeighed = 0.5

/** The comparison in one sentence: of one topic what sets the meshes apart, of several who is ahead on what. */
function headline(
  names: readonly string[],
  scope: Scope,
  rows: readonly WeighedRow[],
  deciding: readonly string[],
): string {
  const [only] = rows
  if (rows.length === 1 && only) {
    const [fact] = only.facts
    if (only.facts.some(({ missing }) => missing)) return sayWithGaps(only)
    if (only.differs || !fact) return deciding[0] ?? sayDifference(only)
    return `${listed(names)} stand alike on ${inSentence(only.topic.name)}: ${inBriefHere(fact)}.`
  }
  const differing = rows.filter(({ differs }) => differs)
  const lookedFor = rows.filter(({ facts }) => facts.some(({ missing }) => !missing)).length
  if (lookedFor === 0) return `Nobody has looked yet how ${listed(names)} stand on ${inSentence(scope.title)}.`
  if (differing.length === 0)
    return `${listed(names)} stand alike on all ${lookedFor} topics of ${inSentence(scope.title)}.`
  return whoIsAhead(rows) ?? sayDifferences(names, differing)
}

/** What meshes differ on where none is ahead: how, where it is little, else on what. */
function sayDifferences(names: readonly string[], differing: readonly WeighedRow[]): string {
  if (differing.length <= namedLeads) return differing.map(sayDifference).join(' ')
  const topics = differing.map(({ topic }) => inSentence(topic.name))
  return `${listed(names)} differ on ${listed([...topics.slice(0, namedLeads), `${topics.length - namedLeads} more`])}.`
}

/** One topic on which not all meshes can be compared: what is known, and of which mesh nobody has looked yet. */
function sayWithGaps({ topic, facts }: WeighedRow): string {
  const namesOf = (some: readonly Fact[]) => listed(some.map(({ mesh }) => mesh.name))
  const [missing, known] = [facts.filter((fact) => fact.missing), facts.filter((fact) => !fact.missing)]
  if (known.length === 0) return `Nobody has looked yet how ${namesOf(missing)} stand on ${inSentence(topic.name)}.`
  const said = known.map((fact) => `${fact.mesh.name} ${inBriefHere(fact)}`).join(', ')
  return `${topic.name}: ${said}; nobody has looked yet how it is with ${namesOf(missing)}.`
}

/** How many of the topics that a mesh is ahead on are named. */
const namedLeads = 2

/** Which mesh alone stands best on which topics, in the order of the rows; undefined where none does. */
function whoIsAhead(rows: readonly WeighedRow[]): string | undefined {
  const leads = rows.flatMap((row) => {
    const leader = soleLeader(withAhead(row))
    return leader ? [{ name: leader.mesh.name, topic: inSentence(row.topic.name) }] : []
  })
  if (leads.length === 0) return undefined
  const said = [...Map.groupBy(leads, ({ name }) => name)].map(([name, led], index) => {
    const topics = led.map(({ topic }) => topic)
    const more = topics.length > namedLeads ? [`${topics.length - namedLeads} more`] : []
    return `${name}${index === 0 ? ' does better' : ''} on ${listed([...topics.slice(0, namedLeads), ...more])}`
  })
  return `${said.join('; ')}.`
}

function soleLeader(facts: readonly Fact[]): Fact | undefined {
  const known = facts.flatMap((fact) => {
    const score = standing(fact)
    return score === undefined ? [] : [{ fact, score }]
  })
  if (known.length < 2) return undefined
  const best = Math.max(...known.map(({ score }) => score))
  const leaders = known.filter(({ score }) => score === best)
  return leaders.length === 1 ? leaders[0]?.fact : undefined
}

/** From here on a difference decides something. */
const leastDeciding = 0.2
/** How many differences are told as those that decide. */
const mostDeciding = 3

/** The rows that part the meshes most, each as a sentence: from the facts, so new facts change them. */
function decidingDifferences(rows: readonly WeighedRow[]): string[] {
  return rows
    .filter(({ differs, decides }) => differs && decides >= leastDeciding)
    .slice(0, mostDeciding)
    .map(sayDifference)
}

/** Where more stand apart than these, the first and the last of them are told. */
const mostTold = 4

function sayDifference(row: WeighedRow): string {
  const { topic } = row
  const ordered = [...withAhead(row)].sort(
    (a, b) => (standing(b) ?? Number.NEGATIVE_INFINITY) - (standing(a) ?? Number.NEGATIVE_INFINITY),
  )
  const groups = [...Map.groupBy(ordered, inBriefHere)]
  const [first] = groups
  const last = groups.at(-1)
  if (first && last && groups.length > mostTold) {
    const said = ([brief, [fact]]: typeof first) => `${fact?.mesh.name} with ${brief}`
    return `${topic.name}: first is ${said(first)}, last ${said(last)}.`
  }
  return `${topic.name}: ${groups.map(([brief, members]) => `${listed(members.map(({ mesh }) => mesh.name))} ${brief}`).join(', ')}.`
}
