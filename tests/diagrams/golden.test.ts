import { expect, test } from 'vitest'
import { draw } from '../../src/diagrams/draw.ts'
import { toMermaid } from '../../src/diagrams/mermaid.ts'
import { toPng } from '../../src/diagrams/raster.ts'
import { requestScene } from '../../src/diagrams/request-scene.ts'
import { isGroup, type Scene, tell } from '../../src/diagrams/scene.ts'
import { themes } from '../../src/diagrams/themes.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const scenes = ownKnowledge().diagrams.map(requestScene)
const sceneOf = (id: string): Scene[] => scenes.filter((scene) => scene.id === id)

test.each(scenes.map((scene) => [scene.id, scene] as const))('the picture of %s', async (id, scene) => {
  await expect(await draw([scene], 'light')).toMatchFileSnapshot(`golden/${id}.svg`)
  await expect(toMermaid([scene])).toMatchFileSnapshot(`golden/${id}.mmd`)
})

test('two side by side, in the dark', async () => {
  const both = [...sceneOf('istio-sidecar'), ...sceneOf('cilium-ebpf')]
  await expect(await draw(both, 'dark')).toMatchFileSnapshot('golden/istio-cilium-dark.svg')
})

test.each(scenes.map((scene) => [scene.id, scene] as const))('the words of %s name every part of it', (_id, scene) => {
  const names = scene.boxes.flatMap((box) => partNames(box))
  const words = tell(scene).toLowerCase()
  for (const name of names) expect(words).toContain(wordFor(name))
  expect(scene.story.filter((says) => /^\d\. /.test(says))).toHaveLength(
    scene.arrows.filter(({ carries }) => carries !== 'config').length,
  )
})

const partNames = (box: Scene['boxes'][number]): string[] =>
  isGroup(box) ? box.children.flatMap(partNames) : [box.name]

/** How the story speaks of a part: by its name, or by what it is. */
const wordFor = (name: string): string => {
  const said = { 'client app': 'client', 'server app': 'app', 'linkerd2-proxy': 'proxy', 'cilium-agent': 'agent' }
  const lower = name.toLowerCase()
  return Object.entries(said).find(([own]) => own === lower)?.[1] ?? lower
}

test('where a mesh has a ztunnel, nothing leaves a pod in plain text', () => {
  const withSockets = scenes.filter((scene) => JSON.stringify(scene.boxes).includes('"Socket"'))
  expect(withSockets.map(({ id }) => id)).toEqual(['istio-ambient', 'istio-ambient-l4', 'cilium-ztunnel'])
  for (const { boxes, arrows } of withSockets) {
    const pods = boxes.flatMap((box) => (isGroup(box) ? box.children : [])).filter(({ id }) => /-pod$/.test(id))
    const inPod = (id: string) => pods.find((pod) => JSON.stringify(pod).includes(`"id":"${id}"`))
    for (const { from, to } of arrows.filter(({ carries }) => carries === 'plain')) expect(inPod(from)).toBe(inPod(to))
  }
})

test('a picture is a PNG at twice the size of its drawing', async () => {
  const svg = await draw(sceneOf('linkerd'), 'light')
  const width = Number(/width="(\d+)"/.exec(svg)?.[1])
  const png = await toPng(svg)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(2 * width)
})

test('a picture is no wider than a phone can show', async () => {
  for (const scene of scenes) {
    const svg = await draw([scene], 'light')
    const width = Number(/width="(\d+)"/.exec(svg)?.[1])
    expect(width, scene.id).toBeLessThanOrEqual(1_000)
  }
})

/** The relative luminance and the contrast of two colours, as WCAG 2 defines them (w3.org/TR/WCAG21/#dfn-contrast-ratio). */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test.each(Object.entries(themes))('in the %s theme every text can be read and every line be seen', (_name, theme) => {
  for (const { fill, text } of Object.values(theme.parts)) expect(contrast(fill, text)).toBeGreaterThanOrEqual(7)
  for (const { fill } of Object.values(theme.groups)) {
    expect(contrast(fill, theme.text)).toBeGreaterThanOrEqual(7)
    expect(contrast(fill, theme.quiet)).toBeGreaterThanOrEqual(4.5)
  }
  for (const line of Object.values(theme.arrows)) expect(contrast(line, theme.background)).toBeGreaterThanOrEqual(3)
})
