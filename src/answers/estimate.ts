import { drawMine, estimateFor } from '../commands/make.ts'
import { breakEvenCurve, breakEvens } from '../estimator/break-even.ts'
import { allDesigns, designsFor, findDesign } from '../estimator/choose-design.ts'
import { type ClusterSize, type KnownSize, sayingLayer } from '../estimator/cluster-size.ts'
import { type Estimate, estimateAll } from '../estimator/estimate.ts'
import { disagreementOn, type Witness } from '../estimator/evidence.ts'
import { ratesOf } from '../estimator/money.ts'
import { remarksOn } from '../estimator/plausibility.ts'
import { middle, type Range } from '../estimator/range.ts'
import { unreadInputs } from '../estimator/unread-inputs.ts'
import { whatIfs } from '../estimator/what-if.ts'
import type { CitedSource } from '../facts/fact.ts'
import type { DesignId } from '../knowledge/estimator-schema.ts'
import { type EstimatorKnowledge, findMesh, type Knowledge } from '../knowledge/knowledge.ts'
import { listed, several, showMiB } from '../wording.ts'
import type { EstimateAnswer, Suggestion } from './answer.ts'
import type { Known } from './known.ts'

/** What is to be estimated: all that fits, or some meshes, or some of their designs. */
export interface Estimated {
  readonly meshes: readonly string[]
  readonly designs: readonly DesignId[]
}

/** What each mesh would cost at a size, or those named. */
export function answerEstimate(known: Known, sized: KnownSize, named: Estimated): EstimateAnswer {
  const { knowledge } = known
  const { size, assumptions } = sized
  const { estimator } = knowledge
  const all = estimateAll(estimator, size)
  const { meshes, designs } = named
  const wanted = all.filter(
    ({ mesh, design }) =>
      (meshes.length === 0 || meshes.includes(mesh)) && (designs.length === 0 || designs.includes(design)),
  )
  const estimates = [...wanted].sort(byMemory)
  const rates = ratesOf(estimator, size.prices)
  const withSources = estimates.map((estimate) => ({ ...estimate, sources: sourcesOf(known, estimate) }))
  const priceSources = known.facts.cite(rates?.sources ?? [])
  return {
    kind: 'estimate',
    understood: `Estimate · ${sizeInWords(size)}`,
    headline: headlineOf(estimates, size, knowledge),
    size,
    assumptions,
    remarks: [...remarksOn(size), ...unreadRemarks(sized, estimates, knowledge)],
    meshes,
    estimates: withSources,
    breakEven: breakEvens(estimator, size),
    curve: breakEvenCurve(estimator, size),
    names: Object.fromEntries(allDesigns(estimator).map(({ id, name }) => [id, name])),
    disagreements: disagreementsOn(knowledge, estimates),
    prices: rates?.says,
    node: estimator.house.findLast(({ node }) => node)?.node,
    sources: unique([...withSources.flatMap(({ sources }) => sources), ...priceSources]),
    suggestions: suggestionsFor(sayingLayer(sized), estimates, named, knowledge),
  }
}

/** What was said of the size and counts for none of the designs that are shown. */
function unreadRemarks({ stated }: KnownSize, shown: readonly Estimate[], { estimator }: Knowledge): string[] {
  const unread = unreadInputs(
    stated,
    shown.flatMap(({ design }) => findDesign(estimator, design) ?? []),
  )
  return unread.length > 0 ? [`Nothing here is reckoned by ${listed(unread, 'or')}.`] : []
}

const byMemory = (a: Estimate, b: Estimate): number => weight(a) - weight(b)
const weight = ({ memoryMiB }: Estimate): number => (memoryMiB ? middle(memoryMiB) : Number.POSITIVE_INFINITY)

/** A size as a title, in the words that a size is typed in: "500 pods on 20 nodes, 1,000 rps", and what else was said of it. */
export const sizeInWords = (size: ClusterSize): string => {
  const { pods, nodes, rps, l7, services, scoped, gateways, connections, nodeGiB, ha, prices } = size
  return [
    `${several(pods, 'pod')} on ${several(nodes, 'node')}${nodeGiB === undefined ? '' : ` of ${nodeGiB} GiB`}`,
    `${whole.format(rps)} rps`,
    ...(l7 ? ['L7'] : []),
    ...(services === undefined ? [] : [several(services, 'service')]),
    ...(scoped === undefined ? [] : [scoped ? 'scoped' : 'unscoped']),
    ...(gateways === undefined ? [] : [several(gateways, 'gateway')]),
    ...(connections === undefined ? [] : [`${several(connections, 'connection')} a pod`]),
    ...(ha ? ['high availability'] : []),
    ...(prices === undefined ? [] : [`prices of ${prices}`]),
  ].join(', ')
}

/** The memory in a sentence: of one mesh what it takes itself, in each of its modes, and of several the least and the most. */
function headlineOf(estimates: readonly Estimate[], size: ClusterSize, knowledge: Knowledge): string {
  const known = estimates.flatMap(({ mesh, name, memoryMiB }) => (memoryMiB ? [{ mesh, name, memoryMiB }] : []))
  const [least, ...others] = known
  const most = others.at(-1)
  if (!least) return 'Nobody published what it takes to estimate this.'
  const pods = `${several(size.pods, 'pod')} on ${several(size.nodes, 'node')}`
  if (!most) return `${least.name} takes ${showMiB(least.memoryMiB)} of memory for ${pods}.`
  if (known.every(({ mesh }) => mesh === least.mesh)) {
    const mesh = findMesh(knowledge, least.mesh)?.name ?? least.mesh
    const others = known.slice(1).map(({ name, memoryMiB }) => `${showMiB(memoryMiB)} as ${name}`)
    return `${mesh} takes ${showMiB(least.memoryMiB)} of memory as ${least.name}, or ${listed(others, 'or')}, for ${pods}.`
  }
  const overlap = least.memoryMiB.high >= most.memoryMiB.low
  return (
    `${least.name} takes the least memory for ${pods}, ${showMiB(least.memoryMiB)}, and ${most.name} the most, ` +
    `${showMiB(most.memoryMiB)}.${overlap ? ' The ranges overlap, so the order may turn.' : ''}`
  )
}

function sourcesOf({ knowledge, facts }: Known, estimate: Estimate): readonly CitedSource[] {
  const { memory, cpu, latency } = estimate.terms
  const ids = [...memory, ...cpu, ...latency]
    .flatMap(({ parameters }) => parameters.flatMap((parameter) => parameter.figures))
    .flatMap((id) => knowledge.figures.get(id)?.source ?? [])
  return facts.cite([...ids, ...estimate.noteSources])
}

const unique = (sources: readonly CitedSource[]): CitedSource[] => [
  ...new Map(sources.map((source) => [source.id, source])).values(),
]

/** What the sources of these estimates disagree on: noted by hand, and found where vendors and others lie apart. */
function disagreementsOn(knowledge: Knowledge, estimates: readonly Estimate[]): string[] {
  const shown = new Set(estimates.map(({ design }) => design))
  const noted = knowledge.estimator.disagreements.filter(({ designs }) => designs.some((id) => shown.has(id)))
  const parameters = estimates.flatMap(({ name, terms: { memory, cpu, latency } }) =>
    [...memory, ...cpu, ...latency].flatMap((term) =>
      term.parameters.map((parameter) => ({ parameter, what: `${name}, ${lowerFirst(term.what)}` })),
    ),
  )
  const found = new Map(parameters.map((one) => [one.parameter.id, one]))
  return [
    ...[...found.values()].flatMap(({ parameter, what }) => {
      const { vendor, independent } = disagreementOn(parameter, knowledge.figures) ?? {}
      if (!vendor || !independent) return []
      const { unit, per } = parameter
      const publishers = ({ sources, field }: Witness) => {
        const named = sources
          .filter((id) => !field.includes(id))
          .flatMap((id) => knowledge.sources.get(id)?.publisher ?? [])
        return listed([...new Set([...named, ...(field.length > 0 ? ['reports of users'] : [])])])
      }
      return [
        `${what}: ${amount(vendor.range)} ${unit} per ${per} by vendors (${publishers(vendor)}), ` +
          `${amount(independent.range)} by others (${publishers(independent)}).`,
      ]
    }),
    ...noted.map(({ says }) => says),
  ]
}

const whole = new Intl.NumberFormat('en')
const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })
const amount = ({ low, high }: Range): string =>
  low === high ? digits.format(low) : `${digits.format(low)}–${digits.format(high)}`

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) && text !== 'Envoy' ? text.charAt(0).toLowerCase() + text.slice(1) : text

function suggestionsFor(
  size: KnownSize,
  estimates: readonly Estimate[],
  { meshes, designs }: Estimated,
  { estimator }: Knowledge,
): Suggestion[] {
  return [
    ...whatIfs(size).map((whatIf) => ({
      label: whatIf.label,
      command: estimateFor(whatIf.size, meshes, fittingOf(designs, whatIf.size.size, estimator)),
      inPlace: true,
    })),
    ...estimates.slice(0, 2).map(({ name, design }) => ({
      label: `Draw it with ${name}`,
      command: drawMine({ design, size, vms: 0, clusters: 1 }),
    })),
  ]
}

/** The designs, or their siblings where layer 7 has come or gone. */
function fittingOf(designs: readonly DesignId[], { l7 }: ClusterSize, estimator: EstimatorKnowledge): DesignId[] {
  const fitting = new Set(designsFor(estimator, l7).map(({ id }) => id))
  return designs.flatMap((id) => (fitting.has(id) ? id : (estimator.designs[id]?.sibling ?? id)))
}
