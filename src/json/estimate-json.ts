import type { EstimateAnswer } from '../answers/answer.ts'
import type { Range } from '../estimator/range.ts'
import type { Term } from '../estimator/term.ts'

/** An estimate as data: what others build on, so it only grows. Null is unknown. */
export function estimateJson({
  size,
  assumptions,
  remarks,
  estimates,
  breakEven,
  curve,
  disagreements,
  prices,
}: EstimateAnswer) {
  return {
    inputs: { ...size, assumptions },
    estimates: estimates.map((one) => ({
      mesh: one.mesh,
      mode: one.mode,
      memoryMiB: rangeJson(one.memoryMiB),
      vcpu: rangeJson(one.vcpu),
      addedLatencyMs: rangeJson(one.addedLatencyMs),
      usdPerMonth: rangeJson(one.usdPerMonth),
      notes: [...one.notes, ...one.unknown],
      sources: one.sources.map(({ title, url }) => ({ title, url })),
      design: one.design,
      dataPlanePerNodeMiB: rangeJson(one.dataPlanePerNodeMiB),
      dataPlanePerPodMiB: rangeJson(one.dataPlanePerPodMiB),
      controlPlaneMiB: rangeJson(one.controlPlaneMiB),
      reserved: { vcpu: tidy(one.reserved.vcpu), memoryMiB: tidy(one.reserved.memoryMiB) },
      terms: {
        memoryMiB: one.terms.memory.map(termJson),
        vcpu: one.terms.cpu.map(termJson),
        addedLatencyMs: one.terms.latency.map(termJson),
      },
    })),
    breakEven: breakEven.map(({ perPod, perNode, podsPerNode, mid }) => ({
      perPod,
      perNode,
      podsPerNode: rangeJson(podsPerNode),
      mid: tidy(mid),
    })),
    curve,
    disagreements,
    prices: prices ?? null,
    remarks,
  }
}

const rangeJson = (range: Range | undefined) => (range ? { low: tidy(range.low), high: tidy(range.high) } : null)

const termJson = ({ what, place, amount, how, parameters }: Term) => ({
  what,
  place,
  amount: rangeJson(amount),
  how,
  parameters: parameters.map(({ id, basis, figures }) => ({ id, basis, figures })),
})

/** Without the noise of binary fractions. */
const tidy = (amount: number): number => Number(amount.toPrecision(9))
