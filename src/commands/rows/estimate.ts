import { answerEstimate } from '../../answers/estimate.ts'
import type { KnownSize } from '../../estimator/cluster-size.ts'
import { estimateJson } from '../../json/estimate-json.ts'
import type { DesignId } from '../../knowledge/estimator-schema.ts'
import { estimatePage } from '../../pages/estimate-page.ts'
import type { Command } from '../command.ts'
import { readEstimateWords, type SizedDesigns } from '../estimate-words.ts'
import { estimateFor, estimateOf } from '../make.ts'
import { notASize } from '../not-a-size.ts'
import type { Row } from '../row.ts'
import { sizeWords } from '../size-words.ts'
import type { Tools } from '../tools.ts'

declare module '../command.ts' {
  interface Commands {
    readonly estimate: EstimateCommand
  }
}
declare module '../../answers/answer.ts' {
  interface Answers {
    readonly estimate: EstimateAnswer
  }
}

interface EstimateCommand {
  readonly size: KnownSize
  /** None for all. */
  readonly meshes: readonly string[]
  /** Those of them that are meant where modes are named; none for all. */
  readonly designs: readonly DesignId[]
}

/** What a thread is about after an estimate, as far as topics go. */
const estimatedTopic = 'memory-overhead'

/** `estimate pods=500 nodes=20 …`: what meshes would cost at a size. */
export const estimate: Row<'estimate'> = {
  names: ['estimate'],
  help: {
    usage: 'estimate pods=500 nodes=20 [rps=2000] [hops=4] [l7]',
    does: 'Estimate memory, CPU, latency and money for a cluster; alone, asks for the size',
    takes: '[words...]',
    examples: [
      'estimate pods=500 nodes=20 rps=2000 hops=4 l7',
      'estimate istio linkerd pods=500 nodes=20',
      'estimate istio ambient-l4 pods=500 nodes=20',
    ],
    example: () => estimateOf({ pods: 500, nodes: 20 }),
  },
  readsOnly: true,
  form: ({ size, meshes }) => (meshes.length === 0 && Object.keys(size.stated).length === 0 ? 'estimate' : undefined),
  parse,
  // Never the name alone: behind that, what tells a doubt would be read as a word of the estimate.
  spell: ({ size, meshes, designs }) =>
    `estimate ${[...(designs.length > 0 ? designs : meshes), sizeWords(size.stated)].filter(Boolean).join(' ') || 'all'}`,
  answer: ({ size, meshes, designs }, known) => answerEstimate(known, size, { meshes, designs }),
  about: ({ size: { stated }, meshes }) => ({
    intent: 'estimate',
    meshes,
    modes: [],
    topics: [estimatedTopic],
    sizes: {
      ...(stated.pods === undefined ? {} : { pods: stated.pods }),
      ...(stated.nodes === undefined ? {} : { nodes: stated.nodes }),
      ...(stated.rps === undefined ? {} : { rps: stated.rps }),
      ...((stated.hops ?? stated.depth) === undefined ? {} : { hops: stated.hops ?? stated.depth }),
    },
  }),
  page: estimatePage,
  facts: () => [],
  json: estimateJson,
}

function parse(rest: string, { knowledge, reader }: Tools): Command<'estimate' | 'incomplete'> {
  const said = `estimate ${rest}`.trim()
  const read = readEstimateWords(rest, knowledge, reader.words.quantities)
  if (!read.ok) {
    const meant =
      read.meant === undefined ? undefined : readEstimateWords(read.meant, knowledge, reader.words.quantities)
    if (!meant?.ok) return notASize(said, read.problem)
    // What can't be estimated is not in the command, so its label goes by the command and not by the words.
    const command = commandOf(meant)
    const problem = isForADrawing(meant) ? `${read.problem} ${forADrawing}` : read.problem
    return notASize(said, problem, { label: estimate.spell(command), command })
  }
  return isForADrawing(read) ? notASize(said, forADrawing) : commandOf(read)
}

const isForADrawing = ({ extras: { vms, clusters } }: SizedDesigns): boolean =>
  vms !== undefined || clusters !== undefined

const forADrawing =
  'Virtual machines and several clusters can be drawn, as in "diagram mine istio vms=3", but not estimated.'

const commandOf = ({ size, meshes, designs }: SizedDesigns): Command<'estimate'> => estimateFor(size, meshes, designs)
