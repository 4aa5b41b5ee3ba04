import { labelLines } from './label-lines.ts'
import type { Laid, PlacedArrow, Point } from './layout.ts'
import type { Measure } from './measure.ts'
import { type Arrow, type Scene, tell } from './scene.ts'
import { sizes } from './sizes.ts'
import type { Theme } from './themes.ts'
import { wrapText } from './wrap.ts'

/** A scene and where everything in it goes. */
export interface Drawing {
  readonly scene: Scene
  readonly laid: Laid
}

const font = 'Inter, Helvetica, Arial, sans-serif'
const gap = 48

/** One or more scenes side by side, as an SVG document that says in words what it shows. */
export function toSvg(drawings: readonly Drawing[], theme: Theme, measure: Measure): string {
  const { margin } = sizes
  const headed = drawings.map((drawing) => ({ drawing, head: headOf(drawing, measure) }))
  const headHeight = Math.max(...headed.map(({ head }) => head.height))
  const columns = headed.map(({ drawing, head }) => column(drawing, head, headHeight, theme, measure))
  const legend = legendOf(drawings, theme, measure, sum(columns.map(({ width }) => width)) + gap * (columns.length - 1))
  const width = Math.ceil(
    Math.max(legend.width, sum(columns.map((one) => one.width)) + gap * (columns.length - 1)) + 2 * margin,
  )
  const tallest = Math.max(...columns.map(({ height }) => height))
  const height = Math.ceil(margin + tallest + 24 + legend.height + margin)
  let x = margin
  const placed = columns.map((one) => {
    const moved = `<g transform="translate(${x} ${margin})">${one.svg}</g>`
    x += one.width + gap
    return moved
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title story" font-family="${font}">`,
    `<title id="title">${escapeXml(drawings.map(({ scene }) => scene.title).join(' beside '))}</title>`,
    `<desc id="story">${escapeXml(drawings.map(({ scene }) => tell(scene)).join(' '))}</desc>`,
    `<defs>${arrowHeads(theme)}</defs>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    ...placed,
    `<g transform="translate(${margin} ${margin + tallest + 24})">${legend.svg}</g>`,
    '</svg>',
    '',
  ].join('\n')
}

interface Piece {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** The lines above a picture: what it is, and what it shows. */
interface Head {
  readonly width: number
  readonly title: readonly string[]
  readonly gist: readonly string[]
  readonly titleHeight: number
  readonly height: number
}

function headOf({ scene, laid }: Drawing, measure: Measure): Head {
  const width = Math.max(laid.width, 560)
  const title = wrapText(scene.title, width, sizes.title, 'semibold', measure)
  const gist = wrapText(scene.gist, width, sizes.gist, 'regular', measure)
  const titleHeight = title.length * sizes.title * 1.2
  return {
    width,
    title,
    gist,
    titleHeight,
    height: titleHeight + 10 + gist.length * sizes.gist * sizes.lineHeight + 22,
  }
}

function column(
  { laid }: Drawing,
  { width, title, gist, titleHeight }: Head,
  headHeight: number,
  theme: Theme,
  measure: Measure,
): Piece {
  const svg = [
    ...title.map((line, index) =>
      text(line, { x: 0, y: sizes.title * (0.85 + index * 1.2), size: sizes.title, weight: 600, fill: theme.text }),
    ),
    ...gist.map((line, index) =>
      text(line, {
        x: 0,
        y: titleHeight + 10 + sizes.gist * (0.85 + index * sizes.lineHeight),
        size: sizes.gist,
        fill: theme.quiet,
      }),
    ),
    `<g transform="translate(${round((width - laid.width) / 2)} ${round(headHeight)})">${picture(laid, theme, measure)}</g>`,
  ].join('\n')
  return { svg, width, height: headHeight + laid.height }
}

const picture = (laid: Laid, theme: Theme, measure: Measure): string =>
  [
    ...laid.groups.map((placed) => groupSvg(placed, theme)),
    ...laid.arrows.map(({ arrow, points }) => lineSvg(arrow, points, theme)),
    ...laid.parts.map((placed) => partSvg(placed, theme)),
    ...laid.arrows.map((placed) => labelSvg(placed, theme, groundOf(placed, laid, theme), measure)),
  ].join('\n')

/** The colour on which a label stands: that of the innermost group around its middle. */
function groundOf({ label }: PlacedArrow, { groups }: Laid, theme: Theme): string {
  const [x, y] = [label.x + label.width / 2, label.y + label.height / 2]
  const around = groups.findLast(
    (group) => group.x < x && x < group.x + group.width && group.y < y && y < group.y + group.height,
  )
  return around ? theme.groups[around.group.kind].fill : theme.background
}

function groupSvg({ group, x, y, width, height }: Laid['groups'][number], theme: Theme): string {
  const { fill, line } = theme.groups[group.kind]
  return [
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="14" fill="${fill}" stroke="${line}" stroke-width="2"/>`,
    text(group.title, {
      x: x + 16,
      y: group.kind === 'control-plane' ? y + height - 14 : y + 28,
      size: sizes.group.title,
      fill: theme.quiet,
      weight: 600,
    }),
  ].join('')
}

function partSvg({ part, x, y, width, height }: Laid['parts'][number], theme: Theme): string {
  const { fill, line, text: ink } = theme.parts[part.kind]
  const center = x + width / 2
  const name = { size: sizes.part.name, weight: 600, fill: ink, anchor: 'middle' } as const
  return [
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="10" fill="${fill}" stroke="${line}" stroke-width="2.5"/>`,
    text(part.name, { ...name, x: center, y: part.detail ? y + 34 : y + height / 2 + 8 }),
    part.detail ? text(part.detail, { ...name, weight: 400, size: sizes.part.detail, x: center, y: y + 59 }) : '',
  ].join('')
}

const patterns = {
  plain: 'stroke-width="3"',
  encrypted: 'stroke-width="6"',
  encryptable: 'stroke-width="6" stroke-dasharray="16 8"',
  config: 'stroke-width="2.5" stroke-dasharray="2 7" stroke-linecap="round"',
} as const satisfies Record<Arrow['carries'], string>

function lineSvg(arrow: Arrow, points: readonly Point[], theme: Theme): string {
  const path = rounded(points)
  return `<path d="${path}" fill="none" stroke="${theme.arrows[arrow.carries]}" ${patterns[arrow.carries]} marker-end="url(#head-${arrow.carries})"/>`
}

/** A line with its corners rounded. */
function rounded(points: readonly Point[]): string {
  const radius = 12
  return points
    .map((point, index) => {
      const before = points[index - 1]
      const after = points[index + 1]
      if (!before) return `M${round(point.x)} ${round(point.y)}`
      // The head of the arrow, not its line, is to touch the box.
      if (!after) {
        const end = towards(point, before, 9)
        return `L${round(end.x)} ${round(end.y)}`
      }
      const from = towards(point, before, radius)
      const to = towards(point, after, radius)
      return `L${round(from.x)} ${round(from.y)}Q${round(point.x)} ${round(point.y)} ${round(to.x)} ${round(to.y)}`
    })
    .join('')
}

function towards(from: { x: number; y: number }, to: { x: number; y: number }, distance: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** A label stands on its line with the number of the step before it, or above a line across with the number on top. */
function labelSvg({ arrow, label, points }: PlacedArrow, theme: Theme, ground: string, measure: Measure): string {
  const lines = labelLines(arrow)
  const width = Math.max(...lines.map((line) => measure(line, sizes.label, 'regular')))
  const above = arrow.runs === 'across'
  const badge = arrow.step === undefined ? 0 : sizes.badge + 8
  const left = label.x + (label.width - width - (above ? 0 : badge)) / 2
  const center = label.x + label.width / 2
  const first = above ? label.y + badge : label.y + 3
  const circle = above ? { x: center, y: label.y + sizes.badge / 2 } : { x: left + sizes.badge / 2 - 2, y: first + 12 }
  return [
    above && points.length === 2
      ? ''
      : `<rect x="${round(left - 6)}" y="${round(label.y - 2)}" width="${round(width + (above ? 0 : badge) + 12)}" height="${round(label.height + 4)}" rx="12" fill="${ground}"/>`,
    arrow.step === undefined ? '' : badgeSvg(arrow.step, circle, theme.arrows[arrow.carries], theme),
    ...lines.map((line, index) =>
      text(line, {
        x: above ? center : left + badge,
        y: first + index * sizes.labelLine + 18.5,
        size: sizes.label,
        fill: theme.text,
        ...(above ? { anchor: 'middle' } : {}),
      }),
    ),
  ].join('')
}

const badgeSvg = (step: number, { x, y }: Point, fill: string, theme: Theme): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${sizes.badge / 2}" fill="${fill}"/>` +
  text(String(step), { x, y: y + 6.5, size: 18, weight: 600, fill: theme.background, anchor: 'middle' })

const legendWords = {
  plain: 'plain text',
  encrypted: 'mutual TLS',
  encryptable: 'encrypted if switched on',
  config: 'configuration and certificates',
} as const satisfies Record<Arrow['carries'], string>

/** What the lines mean, of those that there are; in rows that fit the width. */
function legendOf(drawings: readonly Drawing[], theme: Theme, measure: Measure, room: number): Piece {
  const used = new Set(drawings.flatMap(({ scene }) => scene.arrows.map(({ carries }) => carries)))
  const kinds = (['plain', 'encrypted', 'encryptable', 'config'] as const).filter((kind) => used.has(kind))
  let x = 0
  let y = 0
  let widest = 0
  const entries = kinds.map((kind) => {
    const width = 62 + measure(legendWords[kind], sizes.legend, 'regular') + 30
    if (x > 0 && x + width > Math.max(room, 560)) [x, y] = [0, y + 32]
    const svg =
      `<path d="M${round(x)} ${y + 14}H${round(x + 40)}" fill="none" stroke="${theme.arrows[kind]}" ${patterns[kind]} marker-end="url(#head-${kind})"/>` +
      text(legendWords[kind], { x: x + 62, y: y + 20, size: sizes.legend, fill: theme.quiet })
    x += width
    widest = Math.max(widest, x)
    return svg
  })
  return { svg: entries.join(''), width: widest, height: kinds.length > 0 ? y + 28 : 0 }
}

/** Arrow heads of a fixed size, whatever the width of the line. */
const arrowHeads = (theme: Theme): string =>
  Object.entries(theme.arrows)
    .map(
      ([kind, colour]) =>
        `<marker id="head-${kind}" viewBox="0 0 16 16" refX="6" refY="8" markerWidth="17" markerHeight="17" markerUnits="userSpaceOnUse" orient="auto"><path d="M1 1L15 8L1 15Z" fill="${colour}"/></marker>`,
    )
    .join('')

interface TextStyle {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly weight?: number
  readonly anchor?: 'middle'
}

const text = (words: string, { x, y, size, fill, weight = 400, anchor }: TextStyle): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escapeXml(words)}</text>`

const escapeXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const round = (amount: number): number => Math.round(amount * 10) / 10

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
