import { z } from 'zod'
import { readVersion, type Version } from './version.ts'

/** One release that a project has published. */
export interface Release {
  readonly tag: string
  readonly version: Version
  /** YYYY-MM-DD. */
  readonly date: string
}

/** A page of a project's releases, the newest first. */
export interface ReleasePage {
  readonly releases: readonly Release[]
  /** Entries that are not in the documented form. */
  readonly broken: number
}

/**
 * A release as GitHub's REST API gives it, as far as it is read here: drafts have no date. See "List releases" in
 * https://docs.github.com/rest/releases/releases.
 */
const releaseSchema = z.object({
  tag_name: z.string().max(250),
  draft: z.boolean(),
  prerelease: z.boolean(),
  published_at: z.iso.datetime({ offset: true }).nullable(),
})

/** Reads an answer of the releases API. Undefined where it is no list at all. Tags that name no version are left out. */
export function readReleases(text: string): ReleasePage | undefined {
  const entries = z.array(z.unknown()).safeParse(jsonOf(text))
  if (!entries.success) return undefined
  const read = entries.data.map((entry) => releaseSchema.safeParse(entry))
  return {
    broken: read.filter(({ success }) => !success).length,
    releases: read.flatMap(({ success, data }) => (success ? releaseOf(data) : [])),
  }
}

/** Edge releases are marked as such in their name, whether or not the project calls them pre-releases. */
function releaseOf({ tag_name: tag, draft, prerelease, published_at }: z.infer<typeof releaseSchema>): Release[] {
  const version = readVersion(tag)
  if (draft || published_at === null || version === undefined) return []
  const test = version.test || (prerelease && !version.edge)
  return [{ tag, version: { ...version, test }, date: published_at.slice(0, 10) }]
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The address of the next page in a `Link` header: see "Using pagination in the REST API" of GitHub's documentation. */
export const nextPage = (link: string | undefined): string | undefined =>
  /<([^<>]+)>;[^,]*\brel="next"/.exec(link ?? '')?.[1]

/** Where the releases of a repository are listed; undefined where it is not on GitHub. */
export function releasesUrl(repository: string): string | undefined {
  const { hostname, pathname } = new URL(repository)
  const [, owner, name] = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(pathname) ?? []
  return hostname === 'github.com' && owner && name
    ? `https://api.github.com/repos/${owner}/${name}/releases?per_page=100`
    : undefined
}
