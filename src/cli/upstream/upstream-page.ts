import { bold, code, type Page, type Part, type Prose } from '../../pages/page.ts'
import { several, showDate } from '../../wording.ts'
import type { MeshUpstream, Upstream } from './compare.ts'

/** What the projects have published since, and what that means for the facts. */
export const upstreamPage = ({ today, meshes, lookAt, links }: Upstream): Page => ({
  understood: `Upstream on ${showDate(today)}`,
  lead: [bold(leadOf(meshes, lookAt.length, links?.dead.length ?? 0))],
  parts: [
    {
      kind: 'table',
      heading: 'Releases',
      header: ['Mesh', 'Recorded', 'Newest', 'Behind by', 'Read'],
      rows: meshes.map((mesh) => [
        [mesh.mesh],
        [mesh.recorded.version],
        [newestOf(mesh)],
        [behindBy(mesh)],
        [readOf(mesh)],
      ]),
    },
    ...listed(
      'About the releases',
      meshes.flatMap(({ mesh, notes }) => notes.map((note): Prose => [`${mesh}: ${note}`])),
    ),
    ...listed(
      'Facts to look at',
      lookAt.map(({ address, because }) => [code(address), `: ${because}.`]),
    ),
    ...listed(
      'Dead links',
      links?.dead.map(({ url, because, sources, facts }) => [
        { text: sources.join(', '), url },
        ` (${because})${facts.length > 0 ? `, of ${facts.join(', ')}` : ''}`,
      ]) ?? [],
    ),
    ...listed(
      'Links that were not reached, which may pass',
      links?.noted.map(({ url, because }) => [{ text: new URL(url).host, url }, ` (${because})`]) ?? [],
    ),
    { kind: 'note', text: [links ? `${several(links.asked, 'link')} asked for.` : 'Links were not asked for.'] },
  ],
  choices: [],
  command: `knowledge upstream${links ? '' : ' --no-links'}`,
})

function leadOf(meshes: readonly MeshUpstream[], facts: number, dead: number): string {
  const behind = meshes.filter((mesh) => mesh.behind.length > 0).length
  const unread = meshes.filter(({ read }) => read === 0).length
  return [
    `${several(behind, 'mesh', 'meshes')} behind, ${several(facts, 'fact')} to look at, ${several(dead, 'dead link')}.`,
    ...(unread > 0 ? [`Of ${several(unread, 'mesh', 'meshes')} no release could be read.`] : []),
  ].join(' ')
}

const newestOf = ({ newest }: MeshUpstream): string => (newest ? `${newest.tag} (${newest.date})` : '–')

/** So many are named; the data has all. */
const namedBehind = 6

function behindBy({ behind, read }: MeshUpstream): string {
  if (read === 0) return 'not known'
  if (behind.length === 0) return 'nothing'
  const named = behind.slice(0, namedBehind).map(({ tag }) => tag)
  const rest = behind.length - named.length
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

const readOf = ({ read, complete }: MeshUpstream): string =>
  read === 0 ? 'none' : `${complete ? 'all' : 'newest'} ${read}`

const listed = (heading: string, items: readonly Prose[]): Part[] =>
  items.length === 0 ? [] : [{ kind: 'list', heading, items }]
