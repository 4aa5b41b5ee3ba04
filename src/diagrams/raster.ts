import type { Resvg } from '@resvg/resvg-js'
import { fontFiles } from './fonts.ts'
import type { Measure } from './measure.ts'

const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' }

/** The renderer, loaded with the first picture. */
const loadRenderer = async (): Promise<typeof Resvg> => (await import('@resvg/resvg-js')).Resvg

/** An SVG as a PNG, at twice its size, for screens that show two dots for each unit. */
export async function toPng(svg: string): Promise<Buffer> {
  const Resvg = await loadRenderer()
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } }).render().asPng()
}

/** Measures text as it will be drawn, each text once. */
export async function measureByRendering(): Promise<Measure> {
  const Resvg = await loadRenderer()
  const known = new Map<string, number>()
  return (text, size, weight) => {
    const key = `${weight} ${text}`
    const width = known.get(key) ?? widthAt100(Resvg, text, weight === 'semibold' ? 600 : 400)
    known.set(key, width)
    return (width * size) / 100
  }
}

function widthAt100(Renderer: typeof Resvg, text: string, weight: number): number {
  const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text y="100" font-size="100" font-weight="${weight}">${words}</text></svg>`
  return new Renderer(svg, { font }).getBBox()?.width ?? 0
}
