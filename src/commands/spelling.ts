import type { Aside, NamedMeshes, Scope } from './command.ts'

/** "istio ambient cilium": each mesh, then the modes in which it is meant. No mesh is all of them. */
export const spellMeshes = ({ meshes, modes }: NamedMeshes): string =>
  meshes.length === 0
    ? 'all'
    : meshes.flatMap((mesh) => [mesh, ...modes.flatMap((one) => (one.mesh === mesh ? [one.mode] : []))]).join(' ')

/** What follows the meshes: nothing where it is about everything. */
export function spellScope(scope: Scope): string {
  switch (scope.kind) {
    case 'overall':
      return ''
    case 'group':
      // An area may go by the id of one of its topics.
      return ` on area ${scope.group}`
    case 'topics':
      return ` on ${scope.topics.join(' ')}`
  }
}

/** What follows a command that a question came to: "beside kuma perhaps retries tracing". */
export const spellAside = ({ beside, doubt }: Aside): string =>
  (beside === undefined ? '' : ` beside ${beside}`) + (doubt ? ` ${['perhaps', ...doubt.perhaps].join(' ')}` : '')

/** The words of the shortest command that can be in doubt with nothing else that may be meant: "fact retries". */
const fewestInDoubt = 2

/** What tells the ids of topics and neighbours from other words. */
export interface KnownIds {
  isTopic(id: string): boolean
  isNeighbour(id: string): boolean
}

/** Takes the aside off the end of a command, where all that stands there are ids. */
export function splitAside(text: string, { isTopic, isNeighbour }: KnownIds): { rest: string; aside: Aside } {
  const words = text.trim().split(/\s+/)
  const at = words.lastIndexOf('perhaps')
  const perhaps = at < 1 ? [] : words.slice(at + 1)
  const isDoubt = at >= (perhaps.length > 0 ? 1 : fewestInDoubt) && perhaps.every(isTopic)
  const sure = isDoubt ? words.slice(0, at) : words
  const beside = sure.at(-2) === 'beside' ? sure.at(-1) : undefined
  const isBeside = beside !== undefined && sure.length > 2 && isNeighbour(beside)
  if (!isDoubt && !isBeside) return { rest: text, aside: {} }
  return {
    rest: (isBeside ? sure.slice(0, -2) : sure).join(' '),
    aside: { ...(isBeside ? { beside } : {}), ...(isDoubt ? { doubt: { perhaps } } : {}) },
  }
}
