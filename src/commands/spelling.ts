import type { Doubt, NamedMeshes, Scope } from './command.ts'

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

/** What follows a command that a question may not have meant: "perhaps retries", "unsure perhaps retries tracing". */
export const spellDoubt = (doubt: Doubt | undefined): string =>
  doubt ? `${doubt.unsure ? ' unsure' : ''} perhaps ${doubt.perhaps.join(' ')}` : ''

/** Takes the doubt off the end of a command, where all that stands there are ids of topics. */
export function splitDoubt(text: string, isTopic: (id: string) => boolean): { rest: string; doubt?: Doubt } {
  const words = text.trim().split(/\s+/)
  const at = words.lastIndexOf('perhaps')
  const perhaps = words.slice(at + 1)
  if (at < 1 || perhaps.length === 0 || !perhaps.every(isTopic)) return { rest: text }
  const unsure = words[at - 1] === 'unsure'
  return { rest: words.slice(0, unsure ? at - 1 : at).join(' '), doubt: { unsure, perhaps } }
}
