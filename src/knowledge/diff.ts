import type { Mesh } from './knowledge.ts'
import type { Cell } from './schema.ts'

/** One change between two states of the knowledge, in plain words, for release notes. */
export interface KnowledgeChange {
  /** The mesh it is about, if any. */
  readonly mesh?: string
  readonly topic?: string
  readonly text: string
}

/** What a diff compares of the knowledge. */
export interface DiffSide {
  readonly meshes: readonly Pick<Mesh, 'id' | 'release' | 'facts'>[]
  readonly topics: readonly { readonly id: string }[]
  readonly terms: readonly { readonly id: string }[]
}

/** What is different in `after`: meshes, topics and terms that came or went, and facts that say something else now. */
export function knowledgeDiff(before: DiffSide, after: DiffSide): readonly KnowledgeChange[] {
  return [
    ...cameAndWent('mesh', before.meshes, after.meshes),
    ...cameAndWent('topic', before.topics, after.topics),
    ...cameAndWent('term', before.terms, after.terms),
    ...after.meshes.flatMap((mesh) => {
      const old = before.meshes.find(({ id }) => id === mesh.id)
      return old ? meshChanges(old, mesh, after) : []
    }),
  ]
}

function cameAndWent(
  what: string,
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): KnowledgeChange[] {
  const gone = before.filter((one) => !after.some(({ id }) => id === one.id))
  const come = after.filter((one) => !before.some(({ id }) => id === one.id))
  return [
    ...come.map(({ id }) => ({ text: `new ${what}: ${id}` })),
    ...gone.map(({ id }) => ({ text: `${what} removed: ${id}` })),
  ]
}

function meshChanges(
  before: DiffSide['meshes'][number],
  after: DiffSide['meshes'][number],
  { topics }: DiffSide,
): KnowledgeChange[] {
  const release =
    before.release.version === after.release.version
      ? []
      : [{ mesh: after.id, text: `newest release is ${after.release.version}, was ${before.release.version}` }]
  const facts = topics.flatMap(({ id }): KnowledgeChange[] => {
    const [old, now] = [before.facts[id], after.facts[id]]
    if (!now) return []
    if (!old) return [{ mesh: after.id, topic: id, text: `new: ${now.statement}` }]
    return cellChanges(old, now).map((text) => ({ mesh: after.id, topic: id, text }))
  })
  return [...release, ...facts]
}

function cellChanges(before: Cell, after: Cell): string[] {
  const wasIs = (what: string, was: unknown, is: unknown) =>
    was === is ? [] : [`${what} is ${is ?? 'not given'}, was ${was ?? 'not given'}`]
  const changes = [
    ...wasIs('support', before.support, after.support),
    ...wasIs('maturity', before.maturity, after.maturity),
    ...wasIs('edition', before.edition, after.edition),
    ...wasIs('the value', showValue(before), showValue(after)),
    ...wasIs('the verdict on the article', before.article?.verdict, after.article?.verdict),
    ...(before.statement === after.statement ? [] : [`now reads: ${after.statement}`]),
  ]
  const checkedAgain = changes.length === 0 && before.checked !== after.checked
  return checkedAgain ? [`checked again on ${after.checked}, unchanged`] : changes
}

const showValue = ({ value }: Cell): string | undefined =>
  value && `${value.low} to ${value.high} ${value.unit} per ${value.per}`
