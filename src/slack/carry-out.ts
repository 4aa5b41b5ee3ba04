import type { Context } from '@slack/bolt'
import type { Command } from '../commands/command.ts'
import { tenantOf } from './answering.ts'
import type { Edge } from './edge.ts'

/** Whether a command changes something here that its answer only tells of. */
export const doesSomething = ({ kind }: Command): boolean => kind === 'quiet'

/** Does what a command says, in the conversation where it was said: nothing where it only reads. */
export async function carryOut(
  { storage }: Edge,
  context: Context,
  channel: string | undefined,
  command: Command,
): Promise<void> {
  if (command.kind === 'quiet' && channel !== undefined) {
    await storage.quiet.set(tenantOf(context), channel, !command.off)
  }
}
