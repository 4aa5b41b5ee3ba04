import { type Counts, withCounts } from '../counted-text.ts'
import type { DrawingFile, DrawnCondition } from '../knowledge/drawing-schema.ts'
import { several } from '../wording.ts'
import type { Arrow, Group, Part, Scene } from './scene.ts'

/** A team's own cluster with one design of a mesh. */
export interface OwnCluster {
  /** The id of the design, with its mode where that is drawn otherwise, and its name. */
  readonly design: string
  readonly name: string
  readonly drawing: DrawingFile
  readonly counts: Counts
  readonly vms: number
  readonly clusters: number
  /** What the knowledge says of virtual machines in this mesh, and whether they can join. */
  readonly machines: { readonly join: boolean; readonly says: string }
}

/** What would run where. */
export function clusterScene(own: OwnCluster): Scene {
  const { counts, clusters, vms } = own
  const { pods, nodes } = counts
  const cluster = clusters > 1 ? `${several(clusters, 'cluster')}, each of ` : ''
  const size = `${several(pods, 'pod')} on ${several(nodes, 'node')}`
  return {
    id: `mine-${own.design}`,
    title: `Your cluster with ${own.name}`,
    gist: `${cluster}${size}${vms > 0 ? `, and ${several(vms, 'virtual machine')}` : ''}.`,
    boxes: [
      nodeOf(own),
      ...partsIn('mesh', own),
      ...machinesOf(own),
      ...groupOf('control-plane', 'Control plane', own),
    ],
    arrows: [...arrowsOf(own), ...machineArrows(own)],
    story: storyOf(own),
  }
}

function nodeOf(own: OwnCluster): Group {
  const { pods, nodes } = own.counts
  const app: Part = { id: 'app', name: 'App', kind: 'app', detail: several(pods, 'pod') }
  const pod: Group = {
    id: 'pod',
    title: `Pods, up to ${shown.format(Math.ceil(pods / nodes))} a node`,
    kind: 'pod',
    children: [app, ...partsIn('pod', own)],
  }
  return {
    id: 'node',
    title: several(nodes, 'node'),
    kind: 'node',
    children: [pod, ...groupOf('kernel', 'Kernel', own), ...partsIn('node', own)],
  }
}

const shown = new Intl.NumberFormat('en')

type Place = DrawingFile['boxes'][string]['in']

const isSo = {
  waypoints: ({ counts }) => counts.waypoints > 0,
  'several-clusters': ({ clusters }) => clusters > 1,
  'several-pods': ({ counts }) => counts.pods > 1,
  'several-nodes': ({ counts }) => counts.nodes > 1,
} as const satisfies Record<DrawnCondition, (own: OwnCluster) => boolean>

const isDrawn = (one: { readonly if?: DrawnCondition | undefined }, own: OwnCluster): boolean =>
  one.if === undefined || isSo[one.if](own)

const partsIn = (place: Place, own: OwnCluster): Part[] =>
  Object.entries(own.drawing.boxes)
    .filter(([, box]) => box.in === place && isDrawn(box, own))
    .map(([id, { name, detail, kind }]) => ({
      id,
      name: withCounts(name, own.counts),
      ...(detail === undefined ? {} : { detail: withCounts(detail, own.counts) }),
      kind,
    }))

/** What stands in a place, as a group of its own; none where nothing does. */
function groupOf(kind: 'kernel' | 'control-plane', title: string, own: OwnCluster): Group[] {
  const children = partsIn(kind, own)
  return children.length > 0 ? [{ id: kind, title, kind, children }] : []
}

/** The arrows between boxes that are drawn. Configuration goes up, what leaves the node across, the rest down. */
function arrowsOf(own: OwnCluster): Arrow[] {
  const { boxes, arrows } = own.drawing
  const placeOf = (id: string): Place | undefined => {
    const box = boxes[id]
    return box && isDrawn(box, own) ? box.in : id === 'app' ? 'pod' : undefined
  }
  return arrows.flatMap((arrow): Arrow[] => {
    const [from, to] = [placeOf(arrow.from), placeOf(arrow.to)]
    if (!from || !to) return []
    if (arrow.carries === 'config') return [{ ...arrow, runs: 'up' }]
    return [{ ...arrow, runs: from === 'mesh' || to === 'mesh' ? 'across' : 'down' }]
  })
}

function machinesOf({ vms, machines, drawing: { machine } }: OwnCluster): Group[] {
  if (vms === 0) return []
  const app: Part = { id: 'vm-app', name: 'App', detail: several(vms, 'machine'), kind: 'app' }
  const joined: Part[] =
    machines.join && machine
      ? [
          {
            id: 'vm-proxy',
            name: machine.proxy,
            detail: `${vms === 1 ? '' : `${shown.format(vms)}, `}one per machine`,
            kind: 'proxy-l7',
          },
        ]
      : []
  return [
    {
      id: 'machines',
      title: vms === 1 ? 'Virtual machine' : 'Virtual machines',
      kind: 'outside',
      children: [app, ...joined],
    },
  ]
}

const machineArrows = ({ vms, machines, drawing: { machine } }: OwnCluster): Arrow[] =>
  vms > 0 && machines.join && machine
    ? [
        { from: 'vm-app', to: 'vm-proxy', carries: 'plain', label: 'plain HTTP', runs: 'down' },
        { from: machine.from, to: 'vm-proxy', carries: 'config', label: machine.label, runs: 'up' },
      ]
    : []

const storyOf = (own: OwnCluster): string[] => [
  ...own.drawing.story.filter((one) => isDrawn(one, own)).map(({ says }) => withCounts(says, own.counts)),
  ...(own.clusters > 1 ? [`The picture shows one of the ${shown.format(own.clusters)} clusters.`] : []),
  ...(own.vms > 0 ? [own.machines.says] : []),
]
