import { answerProfile } from '../../answers/profile.ts'
import { factJson } from '../../json/fact-json.ts'
import { profilePage } from '../../pages/profile-page.ts'
import { showMesh } from '../make.ts'
import { meshOf } from '../resolve.ts'
import type { Row } from '../row.ts'
import { parseCompare } from './compare.ts'

declare module '../command.ts' {
  interface Commands {
    readonly show: { readonly mesh: string }
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly show: ProfileAnswer
  }
}

/** `show MESH`: one mesh as a whole. */
export const show: Row<'show'> = {
  names: ['show'],
  help: {
    usage: 'show MESH',
    does: 'Show one mesh: what it is, when to choose it, what changed',
    takes: '<mesh...>',
    examples: ['show linkerd'],
    example: ({ meshes: [first] }) => first && showMesh(first.id),
  },
  readsOnly: true,
  parse(rest, tools) {
    const { meshes, unknown } = tools.readMeshes(rest)
    if (meshes.length > 1) return parseCompare(rest, tools)
    return meshes[0] ? showMesh(meshes[0]) : tools.noSuchMesh(`show ${rest}`, unknown, showMesh)
  },
  spell: ({ mesh }) => `show ${mesh}`,
  answer: ({ mesh }, known) => answerProfile(known, meshOf(known.knowledge, mesh)),
  about: ({ mesh }) => ({ intent: 'profile', meshes: [mesh], modes: [], topics: [] }),
  page: profilePage,
  facts: ({ architecture }) => architecture,
  json: ({
    mesh,
    summary,
    homepage,
    licence,
    governance,
    release,
    modes,
    choose,
    avoid,
    changes,
    upcoming,
    architecture,
  }) => ({
    mesh: mesh.id,
    summary,
    homepage,
    licence,
    governance,
    release,
    modes,
    choose,
    avoid,
    changes,
    upcoming,
    facts: architecture.map(factJson),
  }),
}
