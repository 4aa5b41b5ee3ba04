import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { labelLines } from './label-lines.ts'
import type { Measure } from './measure.ts'
import { type Arrow, type Group, isGroup, type Part, type Scene } from './scene.ts'
import { sizes } from './sizes.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Placed extends Point {
  readonly width: number
  readonly height: number
}

/** A scene with a place for everything, in units of the picture. Groups come before what is in them. */
export interface Laid {
  readonly width: number
  readonly height: number
  readonly groups: readonly (Placed & { readonly group: Group })[]
  readonly parts: readonly (Placed & { readonly part: Part })[]
  readonly arrows: readonly PlacedArrow[]
}

export interface PlacedArrow {
  readonly arrow: Arrow
  readonly points: readonly Point[]
  readonly label: Placed
}

/**
 * Lays a scene out: columns side by side, and below them what serves them all. ELK places the boxes and the lines that
 * go up and down; lines across are drawn between the boxes as they stand, since a layered layout has no lines within a
 * layer. Rejects with ELK's error on a graph that it can't lay out.
 */
export async function layOut(scene: Scene, elk: Pick<ELK, 'layout'>, measure: Measure): Promise<Laid> {
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: { ...rootOptions, 'elk.spacing.nodeNode': String(columnGap(scene, measure)) },
    children: scene.boxes.map((box) => nodeOf(box, measure)),
    edges: scene.arrows.flatMap((arrow, index) => (arrow.runs === 'across' ? [] : [edgeOf(arrow, index, measure)])),
  }
  const root: ElkNode = await elk.layout(graph)
  const boxes = flatten(scene.boxes)
  const places = levelled(scene, placesIn(root))
  const find = (id: string): Placed => places.get(id) ?? { x: 0, y: 0, width: 0, height: 0 }
  const edges = edgesIn(root)
  return {
    width: root.width ?? 0,
    height: root.height ?? 0,
    groups: boxes.flatMap((box) => (isGroup(box) ? [{ ...find(box.id), group: box }] : [])),
    parts: boxes.flatMap((box) => (isGroup(box) ? [] : [{ ...find(box.id), part: box }])),
    arrows: scene.arrows.flatMap((arrow, index) => {
      if (arrow.runs === 'across') return [across(arrow, find, gapOf(arrow, scene, find), measure)]
      const edge = edges.find(({ id }) => id === edgeId(index))
      return edge ? [alongColumn(arrow, edge, find)] : []
    }),
  }
}

const rootOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.padding': '[top=2,left=2,bottom=2,right=2]',
  'elk.spacing.edgeEdge': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '20',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
} as const

const spacing = {
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '18',
  'elk.spacing.portPort': '44',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
} as const

/** Columns stand far enough apart for what is written on the lines between them. */
function columnGap({ arrows }: Scene, measure: Measure): number {
  const labels = arrows.filter(({ runs }) => runs === 'across').map((arrow) => labelSize(arrow, measure).width)
  return Math.max(40, ...labels.map((width) => width + 44))
}

/** A box for ELK. `least` is the width that what is around it needs for its title. */
function nodeOf(box: Group | Part, measure: Measure, least = 0): ElkNode {
  if (!isGroup(box)) return { id: box.id, layoutOptions: { 'elk.alignment': 'TOP' }, ...partSize(box, measure, least) }
  const { title, padding } = sizes.group
  const [top, bottom] = box.kind === 'control-plane' ? [padding, title + 22] : [title + 22, padding]
  const inner = Math.max(least - 2 * padding, Math.ceil(measure(box.title, title, 'semibold')))
  return {
    id: box.id,
    layoutOptions: {
      ...spacing,
      'elk.alignment': 'TOP',
      'elk.spacing.nodeNode': '20',
      'elk.padding': `[top=${top},left=${padding},bottom=${bottom},right=${padding}]`,
    },
    children: box.children.map((child) => nodeOf(child, measure, inner)),
  }
}

function partSize({ name, detail }: Part, measure: Measure, least: number): { width: number; height: number } {
  const { part } = sizes
  const text = Math.max(measure(name, part.name, 'semibold'), detail ? measure(detail, part.detail, 'regular') : 0)
  return {
    width: Math.max(part.least, least, Math.ceil(text) + 2 * part.padding),
    height: detail ? part.withDetail : part.plain,
  }
}

const edgeId = (index: number): string => `arrow-${index}`

/** What goes up is laid out the other way round, so that its end stands above its beginning. */
function edgeOf(arrow: Arrow, index: number, measure: Measure): ElkExtendedEdge {
  const { from, to, runs, label } = arrow
  return {
    id: edgeId(index),
    sources: [runs === 'up' ? to : from],
    targets: [runs === 'up' ? from : to],
    labels: [
      {
        id: `label-${index}`,
        text: label,
        ...labelSize(arrow, measure),
        layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' },
      },
    ],
  }
}

/** The room that a label takes, with the number of its step before it. */
function labelSize(arrow: Arrow, measure: Measure): { width: number; height: number } {
  const lines = labelLines(arrow)
  const widest = Math.max(...lines.map((line) => measure(line, sizes.label, 'regular')))
  const badge = arrow.step === undefined ? 0 : sizes.badge + 8
  return arrow.runs === 'across'
    ? { width: Math.ceil(Math.max(widest, sizes.badge)), height: lines.length * sizes.labelLine + badge }
    : { width: Math.ceil(widest) + badge + 12, height: lines.length * sizes.labelLine + 6 }
}

function alongColumn(arrow: Arrow, { sections = [], labels = [] }: ElkExtendedEdge, find: (id: string) => Placed) {
  const [section] = sections
  const [label] = labels
  const points: Point[] = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : []
  const upper = find(arrow.runs === 'up' ? arrow.to : arrow.from)
  const [first, ...rest] = points
  const attached = first ? [{ x: first.x, y: upper.y + upper.height }, ...rest] : []
  return {
    arrow,
    points: arrow.runs === 'up' ? attached.toReversed() : attached,
    label: { x: label?.x ?? 0, y: label?.y ?? 0, width: label?.width ?? 0, height: label?.height ?? 0 },
  }
}

/** The middle of the gap between the columns that a line across joins. */
function gapOf({ from, to }: Arrow, { boxes }: Scene, find: (id: string) => Placed): number {
  const columnOf = (id: string) => find(boxes.find((box) => flatten([box]).some((inner) => inner.id === id))?.id ?? id)
  const [left, right] = [columnOf(from), columnOf(to)]
  return (left.x + left.width + right.x) / 2
}

/** A line from the right side of a box to the left side of another, with a step in the gap where their heights differ. */
function across(arrow: Arrow, find: (id: string) => Placed, middle: number, measure: Measure): PlacedArrow {
  const [from, to] = [find(arrow.from), find(arrow.to)]
  const start = { x: from.x + from.width, y: from.y + from.height / 2 }
  const end = { x: to.x, y: to.y + to.height / 2 }
  const size = labelSize(arrow, measure)
  const level = Math.abs(start.y - end.y) < 1
  const points = level ? [start, end] : [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]
  const y = level ? start.y - size.height - 10 : (start.y + end.y) / 2 - size.height / 2
  return { arrow, points, label: { x: middle - size.width / 2, y, ...size } }
}

/** A part that stands alone between columns is moved to the height of what is joined to it. */
function levelled({ boxes, arrows }: Scene, places: Map<string, Placed>): Map<string, Placed> {
  for (const box of boxes) {
    const place = places.get(box.id)
    const link = arrows.find(({ runs, to }) => runs === 'across' && to === box.id)
    const other = link && places.get(link.from)
    if (!isGroup(box) && place && other) {
      places.set(box.id, { ...place, y: other.y + other.height / 2 - place.height / 2 })
    }
  }
  return places
}

const flatten = (boxes: readonly (Group | Part)[]): (Group | Part)[] =>
  boxes.flatMap((box) => (isGroup(box) ? [box, ...flatten(box.children)] : [box]))

function placesIn(node: ElkNode): Map<string, Placed> {
  const own = { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 }
  return new Map([[node.id, own], ...(node.children ?? []).flatMap((child) => [...placesIn(child)])])
}

const edgesIn = (node: ElkNode): ElkExtendedEdge[] => [...(node.edges ?? []), ...(node.children ?? []).flatMap(edgesIn)]
