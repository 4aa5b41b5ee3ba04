import { withoutSetAside } from './meshes.ts'
import type { ThreadContext } from './question.ts'
import type { Reading } from './reading.ts'
import type { Words } from './words.ts'

/**
 * The meshes of a turn that says in words of its own which ones it means, beside those of its thread: "the other two",
 * "all of them", "forget X, Y then". Empty means all. Undefined for every other turn.
 */
export function statedMeshes(
  reading: Reading,
  context: ThreadContext,
  known: ReadonlySet<string>,
  { turns, meshes }: Pick<Words, 'turns' | 'meshes'>,
): readonly string[] | undefined {
  const { tokens, mentions } = reading
  if (mentions.length === 0) {
    const rest = [...known].filter((mesh) => !context.meshes.includes(mesh))
    if (turns.rest.find(tokens).length > 0 && context.meshes.length > 0 && rest.length > 0) return rest
    return turns.everyone.find(tokens).length > 0 ? [] : undefined
  }
  const named = new Set(mentions.map(({ mesh }) => mesh))
  const kept = withoutSetAside(reading, meshes)
  return kept.length > 0 && kept.length < named.size ? kept : undefined
}
