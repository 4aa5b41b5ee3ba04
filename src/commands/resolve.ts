import { findMesh, findTopic, type Knowledge, type Mesh, type Topic } from '../knowledge/knowledge.ts'

/** The meshes with these ids, in order. A command is read and answered by the same knowledge, so each is there. */
export const meshesOf = (knowledge: Knowledge, ids: readonly string[]): readonly Mesh[] =>
  ids.map((id) => meshOf(knowledge, id))

export const topicsOf = (knowledge: Knowledge, ids: readonly string[]): readonly Topic[] =>
  ids.map((id) => topicOf(knowledge, id))

export const meshOf = (knowledge: Knowledge, id: string): Mesh => known(findMesh(knowledge, id), 'mesh', id)

export const topicOf = (knowledge: Knowledge, id: string): Topic => known(findTopic(knowledge, id), 'topic', id)

function known<T>(found: T | undefined, what: string, id: string): T {
  if (found === undefined)
    throw new Error(`no ${what} "${id}": a command was answered by other knowledge than it was read by`)
  return found
}
