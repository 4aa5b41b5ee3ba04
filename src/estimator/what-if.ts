import { type ClusterSize, most } from './cluster-size.ts'

/** A change to try: what it makes of the size. */
export interface WhatIf {
  readonly label: string
  readonly size: ClusterSize
}

const number = new Intl.NumberFormat('en')

/**
 * The changes that are offered beside an estimate. Each says where it leads and not by how much, so that pressing it
 * twice does the same as once.
 */
export function whatIfs(size: ClusterSize): WhatIf[] {
  const fewer = Math.max(1, Math.round(size.pods / 2))
  const more = Math.min(most.pods, size.nodes * most.podsPerNode, size.pods * 2)
  const busier = Math.min(most.rps, size.rps * 2)
  return [
    ...(fewer < size.pods ? [{ label: `${number.format(fewer)} pods`, size: { ...size, pods: fewer } }] : []),
    ...(more > size.pods ? [{ label: `${number.format(more)} pods`, size: { ...size, pods: more } }] : []),
    ...(busier > size.rps
      ? [{ label: `${number.format(busier)} requests a second`, size: { ...size, rps: busier } }]
      : []),
    { label: size.l7 ? 'Encryption only' : 'With layer 7', size: { ...size, l7: !size.l7 } },
  ]
}
