import { allFacts } from '../../knowledge/addressed-facts.ts'
import type { Knowledge, Mesh } from '../../knowledge/knowledge.ts'
import type { Feed } from './feed.ts'
import { type LinkReport, withoutFragment } from './links.ts'
import { namedDates, namedVersions } from './named-versions.ts'
import type { Release } from './releases.ts'
import { compareVersions, isOf, readVersion, type Version } from './version.ts'

/** What the releases of a project say of what is known of its mesh. */
export interface MeshUpstream {
  readonly mesh: string
  readonly repository: string
  /** The newest release that we know of. */
  readonly recorded: { readonly version: string; readonly date: string }
  /** How many releases could be read, and whether those are all. */
  readonly read: number
  readonly complete: boolean
  /** The newest release of the numbering that `recorded` is in, test builds aside. */
  readonly newest?: { readonly tag: string; readonly date: string }
  /** Releases newer than `recorded`, the newest first. */
  readonly behind: readonly { readonly tag: string; readonly date: string }[]
  /** What else there is to say, in sentences. */
  readonly notes: readonly string[]
}

/** A fact to look at again, and why. `address` is `istio/retries`, or `release/istio` for a release block. */
export interface ToLookAt {
  readonly address: string
  readonly because: string
}

export interface DeadLink {
  readonly url: string
  readonly because: string
  /** The sources with this address. */
  readonly sources: readonly string[]
  /** The facts that rest on them. */
  readonly facts: readonly string[]
}

export interface Upstream {
  /** YYYY-MM-DD. */
  readonly today: string
  readonly meshes: readonly MeshUpstream[]
  readonly lookAt: readonly ToLookAt[]
  /** Absent where links were not asked for. */
  readonly links?: Omit<LinkReport, 'dead'> & { readonly dead: readonly DeadLink[] }
}

/** What was read, held against what is known. `feeds` are by the meshes' ids. */
export function compareUpstream(
  knowledge: Knowledge,
  today: string,
  feeds: ReadonlyMap<string, Feed>,
  links: LinkReport | undefined,
): Upstream {
  const meshes = knowledge.meshes.map((mesh) => meshUpstream(mesh, feeds.get(mesh.id)))
  return {
    today,
    meshes,
    lookAt: [...meshes.flatMap(behindIn), ...versionsThatNeverWere(knowledge, feeds), ...datesPassed(knowledge, today)],
    ...(links
      ? { links: { ...links, dead: links.dead.map((link) => ({ ...link, ...citing(link.url, knowledge) })) } }
      : {}),
  }
}

function meshUpstream(mesh: Mesh, feed: Feed | undefined): MeshUpstream {
  const { version, date } = mesh.release
  const known = { mesh: mesh.id, repository: mesh.repository, recorded: { version, date } }
  if (!feed?.ok) return { ...known, read: 0, complete: false, behind: [], notes: feed ? [feed.problem] : [] }
  const { releases, complete, notes } = feed
  const recorded = readVersion(version)
  const [newest] = recorded ? ranked(releases, recorded) : []
  return {
    ...known,
    read: releases.length,
    complete,
    ...(newest ? { newest: shown(newest) } : {}),
    behind: recorded
      ? ranked(releases, recorded)
          .filter((one) => isAfter(one.version, recorded))
          .map(shown)
      : [],
    notes: [...notes, ...aboutNumbering(mesh, releases)],
  }
}

/** Releases of the numbering of a version, test builds aside, the newest first. */
const ranked = (releases: readonly Release[], like: Version): Release[] =>
  releases
    .filter(({ version }) => version.edge === like.edge && !version.test)
    .sort((a, b) => compareVersions(b.version, a.version))

/** A line such as 1.31 has its patches in it: 1.31.2 comes after 1.31.1 and 1.32.0 after 1.31, but 1.31.2 not after 1.31. */
const isAfter = (release: Version, recorded: Version): boolean =>
  !isOf(release, recorded) && compareVersions(release, recorded) > 0

const shown = ({ tag, date }: Release) => ({ tag, date })

/** Where the feed doesn't know the recorded release at all, or goes on in another numbering. */
function aboutNumbering({ release }: Mesh, releases: readonly Release[]): string[] {
  const recorded = readVersion(release.version)
  if (!recorded) return [`"${release.version}" is no version that releases could be held against.`]
  const missing = releases.length > 0 && !releases.some(({ version }) => isOf(version, recorded))
  const [newestOther] = ranked(releases, { ...recorded, edge: !recorded.edge })
  const later = newestOther && newestOther.date > release.date ? newestOther : undefined
  return [
    ...(missing ? [`${release.version} is not among the releases read.`] : []),
    ...(later
      ? [`Since ${release.date} releases of another numbering came out, the newest ${later.tag} on ${later.date}.`]
      : []),
  ]
}

function behindIn({ mesh, recorded, behind }: MeshUpstream): ToLookAt[] {
  const [newest] = behind
  if (!newest) return []
  const because = `${recorded.version} is recorded, ${newest.tag} came out on ${newest.date}`
  return [`release/${mesh}`, `${mesh}/release-support`].map((address) => ({ address, because }))
}

/** Versions under `since` that are not among the releases, where those that were read would have them. */
const versionsThatNeverWere = (knowledge: Knowledge, feeds: ReadonlyMap<string, Feed>): ToLookAt[] =>
  allFacts(knowledge).flatMap(({ address, mesh, cell }) => {
    const feed = feeds.get(mesh.id)
    if (!feed?.ok || cell.since === undefined) return []
    return namedVersions(cell.since, mesh.name)
      .filter(({ version }) => isMissing(version, mesh, feed))
      .map(({ said }) => ({ address, because: `since names ${said}, and no such release was found` }))
  })

function isMissing(version: Version, { release }: Mesh, { releases, complete }: Extract<Feed, { ok: true }>): boolean {
  const alike = releases.filter((one) => one.version.edge === version.edge)
  if (alike.some((one) => isOf(one.version, version))) return false
  const recorded = readVersion(release.version)
  // A feed that has not even the newest release that we know of is not where the project counts in that numbering.
  const isKept = recorded?.edge !== version.edge || alike.some((one) => isOf(one.version, recorded))
  const [newest] = ranked(alike, version)
  const floor = floorOf(alike, complete || version.edge)
  // Another major version than the project has reached is another product's.
  if (!isKept || !newest || !floor || (version.parts[0] ?? 0) > (newest.version.parts[0] ?? 0)) return false
  return compareVersions(version, floor) >= 0
}

/**
 * The oldest version from which on all were read. Releases come by date, so all that came after the first of a line were
 * read with it; before that, the patches of an old line may have been read without their older ones.
 */
function floorOf(releases: readonly Release[], all: boolean): Version | undefined {
  const firsts = releases.filter(({ version }) => all || (version.parts[2] ?? 0) === 0)
  return firsts.map(({ version }) => version).sort(compareVersions)[0]
}

/** Days that lay ahead when a cell was checked, and don't any more: ends of support, and of what goes away. */
const datesPassed = (knowledge: Knowledge, today: string): ToLookAt[] =>
  allFacts(knowledge).flatMap(({ address, topic, cell, statement, checked }) => {
    const texts =
      topic.id === 'release-support' ? [cell.brief, statement, cell.default, cell.until, ...cell.limits] : [cell.until]
    const passed = texts.flatMap((text) => namedDates(text ?? '')).filter((date) => checked < date && date < today)
    return [...new Set(passed)].map((date) => ({
      address,
      because: `${date} has passed since it was checked on ${checked}`,
    }))
  })

function citing(url: string, knowledge: Knowledge): Pick<DeadLink, 'sources' | 'facts'> {
  const sources = [...knowledge.sources].filter(([, source]) => withoutFragment(source.url) === url).map(([id]) => id)
  const facts = allFacts(knowledge).filter(({ cell }) => cell.sources.some((id) => sources.includes(id)))
  return { sources, facts: facts.map(({ address }) => address) }
}
