import type { JsonObject } from '../../json.ts'

/** What every element is given. */
export interface ElementProps {
  blockId: string
  element: JsonObject
  /** The label of the input block around it, and the id of what describes it there. */
  input?: { labelId: string; describedBy: string | undefined; dispatches: boolean; invalid: boolean }
}
