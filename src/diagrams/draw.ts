import ElkConstructor from 'elkjs/lib/elk.bundled.js'
import { layOut } from './layout.ts'
import { measureByRendering } from './raster.ts'
import type { Scene } from './scene.ts'
import { toSvg } from './svg.ts'
import { type ThemeName, themes } from './themes.ts'

/** Draws scenes side by side, as an SVG document. Everything runs in this thread: a layout takes some milliseconds. */
export async function draw(scenes: readonly Scene[], theme: ThemeName): Promise<string> {
  const elk = new ElkConstructor.default()
  const measure = measureByRendering()
  const drawings = await Promise.all(scenes.map(async (scene) => ({ scene, laid: await layOut(scene, elk, measure) })))
  return toSvg(drawings, themes[theme], measure)
}
