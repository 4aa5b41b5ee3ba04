import { answerEstimate } from '../../answers/estimate.ts'
import { completeSize, type KnownSize } from '../../estimator/cluster-size.ts'
import { estimateJson } from '../../json/estimate-json.ts'
import { estimatePage } from '../../pages/estimate-page.ts'
import { estimateOf } from '../make.ts'
import { notASize } from '../not-a-size.ts'
import type { Row } from '../row.ts'
import { readSizeWords, sizeWords } from '../size-words.ts'

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
}

/** What a thread is about after an estimate, as far as topics go. */
const estimatedTopic = 'memory-overhead'

/** Words between the sizes that say nothing beyond that an estimate is wanted: "estimate the cost for 500 pods". */
const fillers = new Set(
  'a about around at cluster cost costs cpu each every for how in is it latency me memory money much my of on our per price running us we what would'.split(
    ' ',
  ),
)

/** `estimate pods=500 nodes=20 …`: what meshes would cost at a size. */
export const estimate: Row<'estimate'> = {
  names: ['estimate'],
  help: {
    usage: 'estimate pods=500 nodes=20 [rps=2000] [hops=4] [l7]',
    does: 'Estimate memory, CPU, latency and money for a cluster; alone, asks for the size',
    takes: '[words...]',
    examples: ['estimate pods=500 nodes=20 rps=2000 hops=4 l7', 'estimate istio linkerd pods=500 nodes=20'],
    example: () => estimateOf({ pods: 500, nodes: 20 }),
  },
  readsOnly: true,
  form: ({ size, meshes }) => (meshes.length === 0 && Object.keys(size.stated).length === 0 ? 'estimate' : undefined),
  parse(rest, { readMeshes, reader }) {
    const said = `estimate ${rest}`.trim()
    const { stated, others } = readSizeWords(rest, reader.words.quantities)
    const { meshes, unknown } = readMeshes(others.join(' '))
    const strange = unknown.filter((word) => !fillers.has(word.toLowerCase()))
    if (strange.length > 0) return notASize(said, `I don't know what "${strange.join(' ')}" is in an estimate.`)
    const sized = completeSize(stated)
    if (!sized.ok) return notASize(said, sized.problems.map(({ message }) => message).join(' '))
    return { kind: 'estimate', size: sized, meshes }
  },
  spell: ({ size, meshes }) => ['estimate', ...meshes, sizeWords(size.stated)].filter(Boolean).join(' '),
  answer: ({ size, meshes }, known) => answerEstimate(known, size, meshes),
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
