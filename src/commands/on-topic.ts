import type { Command, NamedMeshes } from './command.ts'
import { splitOn, type Tools } from './tools.ts'

/** Reads commands of the shape MESHES on TOPICS: all meshes, and so none in particular, where no mesh is named. */
export function parseOnTopic(
  name: string,
  rest: string,
  tools: Tools,
  make: (named: NamedMeshes, topics: readonly [string, ...string[]]) => Command,
): Command {
  const { before, topicText } = splitOn(rest)
  const { meshes, modes, unknown } = tools.readMeshes(before)
  const words = topicText || unknown.join(' ')
  const scope = tools.readScope(words)
  const [first, ...others] = scope?.kind === 'topics' ? scope.topics : []
  return first === undefined
    ? tools.noSuchTopic(`${name} ${rest}`.trim(), words, (topic) => make({ meshes, modes }, [topic]))
    : make({ meshes, modes }, [first, ...others])
}
