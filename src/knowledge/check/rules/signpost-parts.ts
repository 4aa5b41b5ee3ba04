import type { Document } from '../../document.ts'
import type { Path } from '../../path.ts'
import type { Problem } from '../../problem.ts'
import type { MeshFile } from '../../schema.ts'
import type { Signposts } from '../../signposts-schema.ts'
import type { Rule } from '../rule.ts'

export const signpostParts: Rule = {
  name: 'signpost-parts',
  description: 'signposts are of meshes and topics that exist; a page of a foreign host has a note that says why',
  check: ({ signposts, meshes, topics }) =>
    Object.entries(signposts.data.meshes).flatMap(([mesh, posts]) => {
      const file = meshes.get(mesh)
      if (!file) return [signposts.problem(['meshes', mesh], `no mesh with the id "${mesh}"`)]
      return [
        ...Object.keys(posts.howto)
          .filter((topic) => !Object.hasOwn(topics.data.topics, topic))
          .map((topic) => signposts.problem(['meshes', mesh, 'howto', topic], `no topic with the id "${topic}"`)),
        ...foreignPages(signposts, mesh, posts, file.data),
      ]
    }),
}

function foreignPages(document: Document<object>, id: string, posts: Signposts, mesh: MeshFile): Problem[] {
  return [...pagesOf(posts)]
    .filter(({ url, note }) => note === undefined && !isOwn(url, mesh))
    .map(({ path }) =>
      document.problem(
        ['meshes', id, ...path],
        "not a page of the mesh's homepage or repository: add a note that says why",
      ),
    )
}

function* pagesOf(posts: Signposts): Generator<{ url: string; note?: string | undefined; path: Path }> {
  for (const list of ['checks', 'troubleshooting', 'ask'] as const) {
    for (const [index, entry] of posts[list].entries()) {
      if (entry.url !== undefined) yield { note: undefined, ...entry, url: entry.url, path: [list, index, 'url'] }
    }
  }
  for (const one of ['bugs', 'reporting'] as const) {
    const entry = posts[one]
    if (entry) yield { ...entry, path: [one, 'url'] }
  }
  for (const [topic, entry] of Object.entries(posts.howto)) yield { ...entry, path: ['howto', topic, 'url'] }
}

/** The last two labels of a host: docs.example.org and example.org are one site. */
const siteOf = (url: URL): string => url.hostname.split('.').slice(-2).join('.')

/** The mesh's site is its homepage's; of a host of many repositories, those of the same owner are its own. */
function isOwn(address: string, { homepage, repository }: MeshFile): boolean {
  const url = new URL(address)
  const code = new URL(repository)
  if (url.hostname === code.hostname) return url.pathname.split('/')[1] === code.pathname.split('/')[1]
  return siteOf(url) === siteOf(new URL(homepage))
}
