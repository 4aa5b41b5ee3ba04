import type { Knowledge } from '../knowledge/knowledge.ts'
import type { CitedSource, Fact } from './fact.ts'
import { resolveCell } from './resolve.ts'

/** Every fact of some knowledge, resolved once. Facts and sources are shared: the same one is the same object. */
export interface Facts {
  /** The fact of a mesh on a topic, by their ids. Throws where there is no such mesh or topic: that is our mistake. */
  of(meshId: string, topicId: string): Fact
  /** Mesh by mesh, in the order of the knowledge. */
  readonly all: readonly Fact[]
  /** The sources with these ids, each once, in order. */
  cite(ids: readonly string[]): readonly CitedSource[]
}

/** Resolves every cell of some knowledge: to be done once, when it is loaded. */
export function resolveFacts({ meshes, topics, figures, house, sources }: Knowledge): Facts {
  const cited = new Map([...sources].map(([id, source]) => [id, { ...source, id }]))
  const cite = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => cited.get(id) ?? [])
  const resolved = new Map(
    meshes.map((mesh) => [
      mesh.id,
      new Map(topics.map((topic) => [topic.id, resolveCell({ figures, house, cite }, mesh, topic)])),
    ]),
  )
  const of = (meshId: string, topicId: string): Fact => {
    const fact = resolved.get(meshId)?.get(topicId)
    if (!fact) throw new Error(`There is no fact of "${meshId}" on "${topicId}"`)
    return fact
  }
  return { of, all: [...resolved.values()].flatMap((its) => [...its.values()]), cite }
}
