import type { Rule } from '../rule.ts'

export const modes: Rule = {
  name: 'modes',
  description: 'a mesh with modes says which one it runs in by default',
  check: (draft) =>
    [...draft.meshes.values()].flatMap((document) => {
      const all = Object.values(document.data.modes)
      const defaults = all.filter((mode) => mode.default).length
      return all.length > 0 && defaults !== 1
        ? [document.problem(['modes'], `exactly one mode must have default: true, ${defaults} have`)]
        : []
    }),
}
