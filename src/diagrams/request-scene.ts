import type { Component, Place } from '../knowledge/diagrams-schema.ts'
import type { Diagram } from '../knowledge/knowledge.ts'
import type { Arrow, Group, Part, Scene } from './scene.ts'

/** The way of a request through a mesh, from a client on one node to a server on another. */
export function requestScene(diagram: Diagram): Scene {
  const { id, title, gist, flows, components } = diagram
  const data = flows.filter(({ carries }) => carries !== 'config')
  const config = flows.filter(({ carries }) => carries === 'config')
  return {
    id,
    title,
    gist,
    boxes: boxesOf(components),
    arrows: flows.map(({ from, to, carries, label }): Arrow => {
      const step = data.findIndex((flow) => flow.from === from && flow.to === to) + 1
      const runs = carries === 'config' ? 'up' : runOf(components[from], components[to])
      return { from, to, carries, label, runs, ...(step > 0 && carries !== 'config' ? { step } : {}) }
    }),
    story: [...data.map(({ says }, index) => `${index + 1}. ${says}`), ...config.map(({ says }) => says)],
  }
}

/** A request goes down on the client's side, across, and up on the server's. */
function runOf(from: Component | undefined, to: Component | undefined): Arrow['runs'] {
  const [fromSide, toSide] = [from?.in.split('-')[0], to?.in.split('-')[0]]
  if (fromSide !== toSide) return 'across'
  return fromSide === 'client' ? 'down' : 'up'
}

function boxesOf(components: Readonly<Record<string, Component>>): (Group | Part)[] {
  const partsIn = (place: Place): Part[] =>
    Object.entries(components).flatMap(([id, { in: stands, ...part }]) => (stands === place ? [{ ...part, id }] : []))
  const group = (id: Place, title: string, kind: Group['kind'], inner: readonly Group[] = []): Group[] => {
    const children = [...inner, ...partsIn(id)]
    return children.length > 0 ? [{ id, title, kind, children }] : []
  }
  const node = (side: 'client' | 'server', title: string): Group[] =>
    group(`${side}-node`, title, 'node', [
      ...group(`${side}-pod`, 'Pod', 'pod'),
      ...group(`${side}-kernel`, 'Kernel', 'kernel'),
    ])
  return [
    ...node('client', 'Node of the client'),
    ...partsIn('mesh'),
    ...node('server', 'Node of the server'),
    ...group('control-plane', 'Control plane', 'control-plane'),
  ]
}
