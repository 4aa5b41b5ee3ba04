import { completeSize, type KnownSize, most, type StatedSize } from './cluster-size.ts'

/** A change to try: what it makes of the size. */
export interface WhatIf {
  readonly label: string
  readonly size: KnownSize
}

const number = new Intl.NumberFormat('en')

/**
 * The changes that are offered beside an estimate. Each says where it leads and not by how much, so that pressing it
 * twice does the same as once. What was taken for granted stays so, unless it is what changes.
 */
export function whatIfs({ stated, size }: KnownSize): WhatIf[] {
  const fewer = Math.max(1, Math.round(size.pods / 2))
  const more = Math.min(most.pods, size.nodes * most.podsPerNode, size.pods * 2)
  const busier = Math.min(most.rps, size.rps * 2)
  // The nodes stay where only the pods change.
  const nodes = { nodes: size.nodes }
  // Waypoints are counted anew where layer 7 comes or goes.
  const { waypoints: _, ...withoutWaypoints } = stated
  const change = (label: string, said: StatedSize, before: StatedSize = stated): WhatIf[] => {
    const sized = completeSize({ ...before, ...said })
    return sized.ok ? [{ label, size: sized }] : []
  }
  return [
    ...(fewer < size.pods ? change(`${number.format(fewer)} pods`, { ...nodes, pods: fewer }) : []),
    ...(more > size.pods ? change(`${number.format(more)} pods`, { ...nodes, pods: more }) : []),
    ...(busier > size.rps ? change(`${number.format(busier)} requests a second`, { rps: busier }) : []),
    ...change(size.l7 ? 'Encryption only' : 'With layer 7', { l7: !size.l7 }, withoutWaypoints),
  ]
}
