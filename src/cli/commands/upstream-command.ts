import type { Command } from 'commander'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { several } from '../../wording.ts'
import { emit, type Format } from '../emit.ts'
import type { Io } from '../io.ts'
import { compareUpstream } from '../upstream/compare.ts'
import { type Feed, readFeed } from '../upstream/feed.ts'
import { checkLinks, type LinkReport } from '../upstream/links.ts'
import { upstreamPage } from '../upstream/upstream-page.ts'
import { examples } from './answer-commands.ts'
import { formatted } from './formatted.ts'

/** `mesh knowledge upstream`: the one command that goes to the network. */
export function addUpstreamCommand(knowledge: Command, io: Io, sound: () => Promise<Knowledge>): void {
  formatted(knowledge.command('upstream'))
    .description("hold the facts against the projects' releases and the sources' links: goes to the network")
    .option('--no-links', 'read the releases alone')
    .addHelpText(
      'after',
      `\nThe one command that goes to the network, and only when it is run. It changes nothing and finds whatever it finds
with exit code 0; the exit code is 1 when the network fails altogether.
GITHUB_TOKEN, if set, is sent to api.github.com, which then answers more than 60 requests an hour.
${examples('mesh knowledge upstream', 'mesh knowledge upstream --no-links --json')}`,
    )
    .action(async ({ links: withLinks, ...format }: Format & { links: boolean }) => {
      const facts = await sound()
      const urls = withLinks ? [...facts.sources.values()].map(({ url }) => url) : []
      io.writeError(announcement(facts, urls.length))
      const feeds = await readFeeds(facts, io)
      const links: LinkReport | undefined = withLinks ? await checkLinks(urls, io.web) : undefined
      const upstream = compareUpstream(facts, io.today, feeds, links)
      await emit(io, format, upstreamPage(upstream), upstream)
    })
}

const announcement = ({ meshes }: Knowledge, links: number): string =>
  `Going to the network: the releases of ${several(meshes.length, 'project')} at api.github.com` +
  `${links > 0 ? `, and the links of ${several(links, 'source')}` : ''}.\n`

/** Throws where nobody could be reached: without a network, every link would look dead. */
async function readFeeds({ meshes }: Knowledge, { web }: Io): Promise<Map<string, Feed>> {
  const feeds = await Promise.all(
    meshes.map(async ({ id, repository }) => [id, await readFeed(repository, web)] as const),
  )
  const unreached = feeds.flatMap(([id, feed]) =>
    !feed.ok && feed.why === 'unreached' ? [`${id}: ${feed.problem}`] : [],
  )
  const anyAnswer = feeds.some(([, feed]) => feed.ok || feed.why === 'answer')
  if (unreached.length > 0 && !anyAnswer) throw new Error(`the network failed. ${unreached.join(' ')}`)
  return new Map(feeds)
}
