import type { EstimateAnswer } from '../answers/answer.ts'
import type { BreakEven } from '../estimator/break-even.ts'
import { middle, type Range } from '../estimator/range.ts'
import type { Term } from '../estimator/term.ts'
import { listed, showMiB, showNumber, showRange } from '../wording.ts'
import { choiceRows } from './choices.ts'
import { asList, foldOf } from './fact-details.ts'
import { bold, type Chart, type Laid, leadOf, type Part, type Prose, type Table } from './page.ts'

type Shown = EstimateAnswer['estimates'][number]

/** What each mesh would cost: a chart with its figures and others as a table, and folded what they rest on. */
export function estimatePage(answer: EstimateAnswer): Laid {
  // Figures to be looked at again are not drawn: what is said of them takes the room.
  const isDoubtful = answer.remarks.length > 0
  return {
    understood: answer.understood,
    lead: leadOf(answer.headline),
    parts: [
      ...remarked(answer),
      ...(isDoubtful ? [] : [memoryChart(answer)]),
      ...assumed(answer),
      { kind: 'sources', sources: answer.sources },
    ],
    folds: [
      ...(isDoubtful ? foldOf('Memory, CPU, latency and money', [memoryChart(answer)]) : []),
      ...foldOf('Per node or per pod: where which takes less', [
        ...asList(undefined, breakEvenLines(answer)),
        curveTable(answer),
      ]),
      ...foldOf('How it was reckoned', [
        ...asList(undefined, answer.estimates.map(madeOf)),
        perNodeTable(answer),
        { kind: 'note', text: [method] },
        ...pricesAndNodes(answer),
      ]),
      ...foldOf(
        'Where sources disagree',
        asList(
          undefined,
          answer.disagreements.map((says): Prose => [says]),
        ),
      ),
      ...foldOf('Not in the figures, and worth knowing', [
        ...asList('Not in the figures', answer.estimates.flatMap(unknownLine)),
        ...asList('Worth knowing', answer.estimates.flatMap(noteLine)),
      ]),
    ],
    choices: choiceRows(answer.suggestions.filter(({ inPlace }) => inPlace)).concat(
      choiceRows(answer.suggestions.filter(({ inPlace }) => !inPlace)),
    ),
  }
}

/** What is to be looked at again before the figures are believed. */
const remarked = ({ remarks }: EstimateAnswer): Part[] =>
  remarks.length === 0 ? [] : [{ kind: 'paragraph', text: [bold('Is that so? '), remarks.join(' ')] }]

const assumed = ({ assumptions }: EstimateAnswer): Part[] =>
  assumptions.length === 0 ? [] : [{ kind: 'note', text: [bold('Assumed: '), `${listed(assumptions)}.`] }]

const known = (estimates: readonly Shown[]) =>
  estimates.flatMap(({ name, memoryMiB }) => (memoryMiB ? [{ name, memoryMiB }] : []))

function memoryChart(answer: EstimateAnswer): Chart {
  const { estimates } = answer
  const bars = known(estimates)
  const inGiB = bars.some(({ memoryMiB }) => memoryMiB.high >= 1_024)
  const scale = inGiB ? 1_024 : 1
  return {
    kind: 'chart',
    shape: 'range',
    title: 'Memory in all',
    xLabel: 'Mesh',
    yLabel: inGiB ? 'GiB' : 'MiB',
    categories: bars.map(({ name }) => name),
    series: [
      { name: 'Low', values: bars.map(({ memoryMiB }) => memoryMiB.low / scale) },
      { name: 'High', values: bars.map(({ memoryMiB }) => memoryMiB.high / scale) },
    ],
    figures: costTable(answer),
  }
}

const unknown = 'unknown'
const shown = (range: Range | undefined, show: (known: Range) => string): Prose => [range ? show(range) : unknown]

/** A range in a column whose header names the unit. */
const inColumn = ({ low, high }: Range): string => showRange(low, high, '').trim()

const costTable = ({ estimates }: EstimateAnswer): Chart['figures'] => ({
  kind: 'table',
  heading: 'Memory, CPU, latency and money',
  header: ['Mesh', 'Memory', 'vCPU', 'p99 added, ms', 'USD a month'],
  rows: estimates.map((one) => [
    [bold(one.name)],
    shown(one.memoryMiB, showMiB),
    shown(one.vcpu, inColumn),
    shown(one.addedLatencyMs, inColumn),
    shown(one.usdPerMonth, inColumn),
  ]),
})

const perNodeTable = ({ estimates }: EstimateAnswer): Table => ({
  kind: 'table',
  heading: 'Of the memory',
  header: ['Mesh', 'Per node', 'Control plane'],
  rows: estimates.map((one) => [
    [bold(one.name)],
    shown(one.dataPlanePerNodeMiB, showMiB),
    shown(one.controlPlaneMiB, showMiB),
  ]),
})

/** Memory on a node by the pods on it, in the middle of each range. */
const curveTable = ({ curve, names }: EstimateAnswer): Table => ({
  kind: 'table',
  heading: 'MiB on a node, by pods on it: the middle of each range, a guess',
  header: ['Mesh', ...curve.podsPerNode.map((pods) => `${pods} pods`)],
  rows: curve.lines.map(({ design, mib }) => [
    [bold(names[design] ?? design)],
    ...mib.map((amount): Prose => [showNumber(amount)]),
  ]),
})

/** The pairs that the estimate is about, or those of all meshes. */
function breakEvenLines({ breakEven, names, size, estimates, curve }: EstimateAnswer): Prose[] {
  const here = size.pods / size.nodes
  const designs = new Set(estimates.map(({ design }) => design))
  const about = breakEven.filter(({ perPod, perNode }) => designs.has(perPod) || designs.has(perNode))
  const drawn = new Set(curve.lines.map(({ design }) => design))
  return about
    .filter(({ perPod, perNode }) => drawn.has(perPod) && drawn.has(perNode))
    .map(({ perPod, perNode, podsPerNode, mid }) => [
      bold(`${names[perNode] ?? perNode} against ${names[perPod] ?? perPod}: `),
      `less from ${showRange(podsPerNode.low, podsPerNode.high, 'pods')} on a node (about ${showCount(mid)}). ${verdict({ podsPerNode }, here)}`,
    ])
}

const count = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
const showCount = (pods: number): string => count.format(pods)

function verdict({ podsPerNode }: Pick<BreakEven, 'podsPerNode'>, here: number): string {
  if (here > podsPerNode.high) return `With your ${showCount(here)} it does.`
  if (here < podsPerNode.low) return `With your ${showCount(here)} it doesn't.`
  return `With your ${showCount(here)} it may go either way.`
}

const madeOf = ({ name, terms, reserved }: Shown): Prose => [
  bold(`${name}: `),
  `${terms.memory.map(sayTerm).join('; ') || 'no memory of its own'}.`,
  reserved.vcpu > 0
    ? ` By default the charts reserve ${showRange(reserved.vcpu, reserved.vcpu, 'vCPU')} and ${showMiB({ low: reserved.memoryMiB, high: reserved.memoryMiB })}, used or not.`
    : ' By default nothing is reserved.',
]

const sayTerm = ({ what, how, amount }: Term): string => `${what}: ${how}${amount ? ` = ${showMiB(amount)}` : ''}`

const unknownLine = ({ name, unknown: left }: Shown): Prose[] =>
  left.length > 0 ? [[bold(`${name}: `), left.join(' ')]] : []

const noteLine = ({ name, notes }: Shown): Prose[] => (notes.length > 0 ? [[bold(`${name}: `), notes.join(' ')]] : [])

const method =
  'Each end is a figure that somebody published, carried through. Latency is for calls one after another, far from ' +
  'saturation; percentiles don’t add exactly, so its high end is cautious. The high end of the money pays for what is reserved.'

/** What the money was reckoned by, and how much of the organisation's own nodes it comes to. */
function pricesAndNodes({ prices, node, estimates }: EstimateAnswer): Part[] {
  const heaviest = known(estimates).at(-1)
  const share =
    node && heaviest
      ? [
          `Your nodes have ${node.vcpu} vCPU and ${node.memoryGiB} GiB: ${heaviest.name} fills about ` +
            `${count.format(middle(heaviest.memoryMiB) / 1_024 / node.memoryGiB)} of them.`,
        ]
      : []
  const said = [...(prices ? [`Prices: ${prices}.`] : []), ...share]
  return said.length > 0 ? [{ kind: 'note', text: [said.join(' ')] }] : []
}
