import type { Reached, Web } from './web.ts'

/** A link that doesn't lead where it did. */
export interface BadLink {
  readonly url: string
  /** What came instead: a status or the code of the network's failure. */
  readonly because: string
}

/** What became of the links that sources have. */
export interface LinkReport {
  readonly asked: number
  /** Gone: there is nothing at the address any more, or nobody by the name of its host. */
  readonly dead: readonly BadLink[]
  /** Not reached, which says nothing for certain: hosts refuse machines, are slow, or are down for a while. */
  readonly noted: readonly BadLink[]
}

/** So many requests at once: polite to hosts of which many sources are. */
const atOnce = 8

/** Asks for every address once. */
export async function checkLinks(urls: readonly string[], web: Web): Promise<LinkReport> {
  const asked = [...new Set(urls.map(withoutFragment))]
  const found = await inParallel(asked, atOnce, async (url) => ({ url, reached: await reach(url, web) }))
  const bad = found.flatMap(({ url, reached }) => {
    const fault = faultOf(reached)
    return fault ? [{ url, ...fault }] : []
  })
  const those = (gone: boolean) => bad.filter((one) => one.gone === gone).map(({ url, because }) => ({ url, because }))
  return { asked: asked.length, dead: those(true), noted: those(false) }
}

/** An address without the place within its page: that is how links are asked for. */
export function withoutFragment(url: string): string {
  const { href, hash } = new URL(url)
  return hash === '' ? href : href.slice(0, -hash.length)
}

/** Some hosts answer HEAD as if there were nothing, so before a link is given up it is asked for in earnest. */
async function reach(url: string, web: Web): Promise<Reached> {
  const head = await web.probe(url, 'HEAD')
  return head.status !== undefined && inDoubt.has(head.status) ? web.probe(url, 'GET') : head
}

const gone = new Set([404, 410])

/** Not there, or not for HEAD. */
const inDoubt = new Set([...gone, 405, 501])

function faultOf(reached: Reached): { readonly gone: boolean; readonly because: string } | undefined {
  if (reached.status === undefined) return { gone: reached.code === 'ENOTFOUND', because: reached.code }
  return reached.status < 400 ? undefined : { gone: gone.has(reached.status), because: String(reached.status) }
}

/** Works on all items, on so many at a time, and gives the outcomes in their order. */
async function inParallel<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const outcomes: { readonly index: number; readonly outcome: R }[] = []
  const waiting = [...items.entries()].reverse()
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [index, item] = next
      outcomes.push({ index, outcome: await work(item) })
    }
  }
  await Promise.all(Array.from({ length: most }, worker))
  return outcomes.sort((a, b) => a.index - b.index).map(({ outcome }) => outcome)
}
