import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { exactly, larger, product, type Range, total } from './range.ts'
import { showRangeOf } from './term.ts'

/** What a vCPU and a GiB cost for a month, in USD. */
export interface Rates {
  readonly vcpuMonth: Range
  readonly gibMonth: Range
  /** Whose price it is: an organisation's own, that of a place, or a range of published ones. */
  readonly says: string
  /** The ids of the sources of the published prices. */
  readonly sources: readonly string[]
}

/** What a vCPU and a GiB cost for an hour by published prices, in USD. */
interface ListPrice {
  readonly hour: Range
  /** The ids of the prices that it comes from. */
  readonly ids: readonly string[]
}

/**
 * The prices in force: those of a place, by its id, or else from the cheapest to the dearest that we know; undefined where
 * there are none. An organisation's own price takes the place of ours.
 */
export function ratesOf(knowledge: EstimatorKnowledge, place?: string): Rates | undefined {
  const { money, prices, house } = knowledge
  if (!money) return undefined
  const ownVcpu = house.findLast((one) => one.usdPerVcpuHour !== undefined)
  const ownGib = house.findLast((one) => one.usdPerGiBHour !== undefined)
  const list = place === undefined ? undefined : pricesAt(knowledge, place)
  const vcpu = own(ownVcpu?.usdPerVcpuHour) ?? list?.vcpu ?? between(knowledge, money.vcpuHour)
  const gib = own(ownGib?.usdPerGiBHour) ?? list?.gib ?? between(knowledge, money.gibHour)
  if (!vcpu || !gib) return undefined
  const ids = [...new Set([...vcpu.ids, ...gib.ids])]
  const owners = [...new Set([ownVcpu, ownGib].flatMap((owner) => owner?.author ?? []))]
  const published = ids.flatMap((id) => (prices[id] ? [`${prices[id].item}, ${prices[id].region}`] : []))
  return {
    vcpuMonth: product(vcpu.hour, exactly(money.hoursPerMonth)),
    gibMonth: product(gib.hour, exactly(money.hoursPerMonth)),
    says:
      `${showRangeOf(vcpu.hour)} USD for a vCPU-hour and ${showRangeOf(gib.hour)} for a GiB-hour` +
      (owners.length > 0 ? `, as ${owners.join(' and ')} gave it` : '') +
      (published.length > 0 ? ` (list prices: ${published.join('; ')})` : ''),
    sources: [...new Set(ids.flatMap((id) => prices[id]?.source ?? []))],
  }
}

const own = (usdPerHour: number | undefined): ListPrice | undefined =>
  usdPerHour === undefined ? undefined : { hour: exactly(usdPerHour), ids: [] }

function between({ prices }: EstimatorKnowledge, rate: { low: string; high: string }): ListPrice | undefined {
  const [low, high] = [prices[rate.low], prices[rate.high]]
  return low && high && { hour: { low: low.usdPerHour, high: high.usdPerHour }, ids: [rate.low, rate.high] }
}

/** Two machines with the same vCPU tell what a GiB costs by the memory that one has more, and a vCPU by the rest. */
function pricesAt({ places, prices }: EstimatorKnowledge, id: string) {
  const place = places[id]
  const [lean, rich] = [place?.lean, place?.rich].map((price) => prices[price ?? ''])
  if (!place || !lean?.vcpu || !lean.memoryGiB || !rich?.memoryGiB) return undefined
  const gib = (rich.usdPerHour - lean.usdPerHour) / (rich.memoryGiB - lean.memoryGiB)
  const vcpu = (lean.usdPerHour - gib * lean.memoryGiB) / lean.vcpu
  const ids = [place.lean, place.rich]
  return { vcpu: { hour: exactly(vcpu), ids }, gib: { hour: exactly(gib), ids } }
}

/** Two answers to what something costs: what it uses, and what the scheduler sets aside for it. */
export interface Resources {
  readonly memoryMiB: Range
  readonly vcpu: Range
  readonly reservedMiB: Range
  readonly reservedVcpu: Range
}

/**
 * USD a month: at the low end what is used, at the cheapest price; at the high end the larger of what is used and what
 * is reserved by default, at the dearest. 1 GiB is 1,024 MiB.
 */
export function usdPerMonth({ memoryMiB, vcpu, reservedMiB, reservedVcpu }: Resources, rates: Rates): Range {
  const paidVcpu: Range = { low: vcpu.low, high: larger(vcpu, reservedVcpu).high }
  const paidMiB: Range = { low: memoryMiB.low, high: larger(memoryMiB, reservedMiB).high }
  return total([product(paidVcpu, rates.vcpuMonth), product(product(paidMiB, exactly(1 / 1_024)), rates.gibMonth)])
}
