import type { Knowledge } from '../knowledge/knowledge.ts'
import type { ThreadContext } from '../questions/question.ts'
import type { Command } from './command.ts'
import { aboutOf } from './table.ts'

/** What a thread is about after the answer to a command: what asks nothing, such as help, leaves it as it was. */
export function contextAfter(
  command: Command,
  knowledge: Knowledge,
  before?: ThreadContext,
): ThreadContext | undefined {
  const { intent, meshes, topics, sizes = {}, requirements } = aboutOf(command, knowledge)
  if (intent === 'none') return before
  return {
    intent,
    meshes,
    topics,
    mentioned: [...new Set([...(before?.mentioned ?? []), ...meshes])],
    sizes: { ...before?.sizes, ...sizes },
    ...(requirements === undefined ? {} : { requirements }),
  }
}
