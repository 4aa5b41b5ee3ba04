import { readFileSync } from 'node:fs'
import type { Knowledge, Mesh } from '../../src/knowledge/knowledge.ts'
import { smallKnowledge } from './knowledge.ts'

const repositories = new Map([
  ['cilium', 'https://github.com/cilium/cilium'],
  ['istio', 'https://github.com/istio/istio'],
  ['linkerd', 'https://github.com/linkerd/linkerd2'],
])

/** The small knowledge with repositories that are on GitHub, each mesh changed as a test needs it. */
export const onGitHub = (change: (mesh: Mesh) => Mesh = (mesh) => mesh): Knowledge => ({
  ...smallKnowledge,
  meshes: smallKnowledge.meshes.map((mesh) => change({ ...mesh, repository: repositories.get(mesh.id) ?? '' })),
})

/** An answer of the releases API, as its documentation gives it. */
export const sample = (name: string): string =>
  readFileSync(new URL(`../fixtures/upstream/${name}`, import.meta.url), 'utf8')
