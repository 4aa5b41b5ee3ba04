import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Intent, ThreadContext } from '../questions/question.ts'
import type { Command } from './command.ts'
import { aboutOf } from './table.ts'

/** What is no question about facts leaves a thread where it was. */
const asksNothing = new Set<Intent>(['none', 'help', 'neighbour'])

/** What a thread is about after the answer to a command: what asks nothing, such as help, leaves it as it was. */
export function contextAfter(
  command: Command,
  knowledge: Knowledge,
  before?: ThreadContext,
): ThreadContext | undefined {
  const { intent, meshes, topics, sizes = {}, requirements } = aboutOf(command, knowledge)
  if (asksNothing.has(intent)) return before
  // What follows on trouble, or on how a thing is done, asks for a fact on the same.
  const isTrouble = intent === 'troubleshoot'
  if (isTrouble && (meshes.length === 0 || topics.length === 0)) return before
  return {
    intent: isTrouble ? 'fact' : intent,
    meshes,
    topics,
    mentioned: [...new Set([...(before?.mentioned ?? []), ...meshes])],
    sizes: { ...before?.sizes, ...sizes },
    ...(requirements === undefined ? {} : { requirements }),
  }
}
