import { placedElements } from '../element-state.ts'
import type { JsonObject } from '../json.ts'
import type { Message, Source, View } from '../protocol.ts'
import type { World } from '../world.ts'

/** The message or view that a source names, as the acting person sees it. */
export type Surface = { kind: 'message'; message: Message } | { kind: 'view'; view: View }

/** Finds the surface that a person acts on; undefined where it is gone or not theirs to see. */
export function surfaceOf(world: World, person: string, source: Source): Surface | undefined {
  if (source.kind === 'view') {
    const found = world.views.find(source.viewId)
    return found?.person === person ? { kind: 'view', view: found.view } : undefined
  }
  const message = world.workspace.message(source.conversation, source.ts)
  const visible = message?.ephemeralFor === undefined || message.ephemeralFor === person
  return message && visible ? { kind: 'message', message } : undefined
}

/** The blocks of a surface. */
export function blocksOf(surface: Surface): JsonObject[] {
  return surface.kind === 'message' ? surface.message.blocks : surface.view.blocks
}

/** The element of a surface with these ids. */
export function elementAt(surface: Surface, blockId: string, actionId: string): JsonObject | undefined {
  const placed = placedElements(blocksOf(surface))
  return placed.find((candidate) => candidate.blockId === blockId && candidate.actionId === actionId)?.element
}
