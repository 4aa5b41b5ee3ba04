import { layOut } from './layout.ts'
import { measureByRendering } from './raster.ts'
import type { Scene } from './scene.ts'
import { toSvg } from './svg.ts'
import { type ThemeName, themes } from './themes.ts'

/**
 * Draws scenes side by side, as an SVG document. Everything runs in this thread: a layout takes some milliseconds. What
 * lays out is loaded with the first picture: it takes 25 MB, and most processes never draw.
 */
export async function draw(scenes: readonly Scene[], theme: ThemeName): Promise<string> {
  const { default: elkModule } = await import('elkjs/lib/elk.bundled.js')
  const elk = new elkModule.default()
  const measure = await measureByRendering()
  const drawings = await Promise.all(scenes.map(async (scene) => ({ scene, laid: await layOut(scene, elk, measure) })))
  return toSvg(drawings, themes[theme], measure)
}
