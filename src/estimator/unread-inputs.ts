import type { CountName, DesignFile, SizeCondition } from '../knowledge/design-schema.ts'
import type { StatedSize } from './cluster-size.ts'

/** What terms and notes of a design read an input by. */
interface Readers {
  readonly says: string
  readonly by?: CountName
  readonly conditions?: readonly SizeCondition[]
}

const told = ['perhaps-unscoped', 'unscoped-by-pods', 'unscoped-by-services'] as const

/** The inputs that not every design counts. */
const readers = {
  consulServers: { says: 'servers', by: 'servers' },
  gateways: { says: 'gateways', by: 'gateways' },
  connections: { says: 'connections', by: 'connections' },
  nodeGiB: { says: 'the memory of a node', by: 'node-gib' },
  services: { says: 'services', by: 'services-seen' },
  scoped: { says: 'scoping', conditions: told },
  ha: { says: 'high availability', conditions: ['ha'] },
  cilium: { says: 'what the network plug-in is', conditions: ['cni-added', 'cni-already', 'cni-replaced'] },
  encrypted: { says: 'encryption', conditions: ['encrypted'] },
} as const satisfies { [Input in keyof StatedSize]: Readers }

/** What somebody said that none of the designs reads, in words. */
export function unreadInputs(stated: StatedSize, designs: readonly DesignFile[]): readonly string[] {
  return Object.entries(readers).flatMap(([input, one]: [string, Readers]) => {
    const isSaid = Object.entries(stated).some(([name, value]) => name === input && value !== undefined)
    return isSaid && !designs.some((design) => reads(design, one)) ? [one.says] : []
  })
}

function reads({ terms, notes }: DesignFile, { by, conditions = [] }: Readers): boolean {
  const all = Object.values(terms).flat()
  const named = [...all, ...notes].flatMap((one) => [one.if, one.unless])
  return all.some((term) => by !== undefined && term.by === by) || conditions.some((one) => named.includes(one))
}
