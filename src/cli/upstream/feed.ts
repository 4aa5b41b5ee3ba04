import { nextPage, type Release, type ReleasePage, readReleases, releasesUrl } from './releases.ts'
import type { Reached, Web } from './web.ts'

/** What could be read of a project's releases. */
export type Feed =
  | {
      readonly ok: true
      /** The newest first. */
      readonly releases: readonly Release[]
      /** Whether that is all of them: if not, the older ones were not read. */
      readonly complete: boolean
      /** What went wrong with a part of it. */
      readonly notes: readonly string[]
    }
  | {
      readonly ok: false
      /** Why not, as a sentence. */
      readonly problem: string
      /** Whether nobody answered, the answer was none, or there was nobody to ask. */
      readonly why: 'unreached' | 'answer' | 'elsewhere'
    }

/** Of a hundred releases each, which goes back some years. Without a token GitHub answers 60 requests an hour. */
const mostPages = 5

/** Reads the releases of a repository, page by page. */
export async function readFeed(repository: string, web: Web): Promise<Feed> {
  const url = releasesUrl(repository)
  if (url === undefined) return { ok: false, problem: `${repository} is not on GitHub.`, why: 'elsewhere' }
  const { pages, complete, failure } = await readPages(url, web, mostPages)
  if (failure && pages.length === 0) return { ok: false, ...failure }
  const broken = pages.reduce((sum, page) => sum + page.broken, 0)
  return {
    ok: true,
    releases: pages.flatMap(({ releases }) => releases),
    complete,
    notes: [
      ...(broken > 0 ? [`${broken} entries of the feed are not in the documented form and were passed over.`] : []),
      ...(failure ? [`Older releases were not read: ${failure.problem}`] : []),
    ],
  }
}

interface Pages {
  readonly pages: readonly ReleasePage[]
  readonly complete: boolean
  /** What stopped the reading. */
  readonly failure?: { readonly problem: string; readonly why: 'unreached' | 'answer' }
}

/** A page and those after it, of at most so many. */
async function readPages(url: string, web: Web, most: number): Promise<Pages> {
  const reached = await web.read(url)
  const { host } = new URL(url)
  if (reached.status === undefined) return stoppedBy(`${host} could not be reached (${reached.code}).`, 'unreached')
  const page = reached.status === 200 ? readReleases(reached.text) : undefined
  if (page === undefined) return stoppedBy(whyRefused(reached, host), 'answer')
  const next = nextPage(reached.headers.get('link') ?? undefined)
  if (next === undefined) return { pages: [page], complete: true }
  if (most === 1 || !isOn(host, next)) return { pages: [page], complete: false }
  const rest = await readPages(next, web, most - 1)
  return { ...rest, pages: [page, ...rest.pages] }
}

const stoppedBy = (problem: string, why: 'unreached' | 'answer'): Pages => ({
  pages: [],
  complete: false,
  failure: { problem, why },
})

/** A next page elsewhere is none of the project's. */
const isOn = (host: string, url: string): boolean => URL.canParse(url) && new URL(url).host === host

/** Why an answer is no list of releases, as a sentence. */
function whyRefused({ status, headers }: Extract<Reached, { status: number }>, host: string): string {
  if (status === 200) return `${host} answered with something that is no list of releases.`
  if (status === 429 || (status === 403 && headers.get('x-ratelimit-remaining') === '0')) {
    return `${host} takes no more requests from here${untilReset(headers)}: its rate limit is reached. GITHUB_TOKEN raises it.`
  }
  if (status === 404) return `${host} knows no such repository (404).`
  return `${host} answered with status ${status}.`
}

/** When the limit is lifted, in seconds of the epoch by GitHub's header. */
function untilReset(headers: Headers): string {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN)
  return Number.isFinite(reset) && Math.abs(reset) < 1e11
    ? ` until ${new Date(reset * 1000).toISOString().slice(0, 16)}Z`
    : ''
}
