import type { JsonObject } from '../json.ts'
import type { World } from '../world.ts'

/** A Web API method that the playground answers itself. */
export type LocalMethod = (world: World, args: JsonObject) => JsonObject | Promise<JsonObject>
