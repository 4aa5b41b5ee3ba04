import type { EstimatorKnowledge } from '../knowledge/knowledge.ts'
import { exactly, larger, product, type Range, total } from './range.ts'

/** What a vCPU and a GiB cost for a month, in USD. */
export interface Rates {
  readonly vcpuMonth: Range
  readonly gibMonth: Range
  /** Whose price it is: an organisation's own, or a range of published ones. */
  readonly says: string
  /** The ids of the sources of the published prices. */
  readonly sources: readonly string[]
}

/** The prices in force; undefined where there are none. An organisation's own price takes the place of ours. */
export function ratesOf({ money, prices, house }: EstimatorKnowledge): Rates | undefined {
  if (!money) return undefined
  const listPrice = (rate: { low: string; high: string }): Range | undefined => {
    const [low, high] = [prices[rate.low], prices[rate.high]]
    return low && high && { low: low.usdPerHour, high: high.usdPerHour }
  }
  const ownVcpu = house.findLast((one) => one.usdPerVcpuHour !== undefined)
  const ownGib = house.findLast((one) => one.usdPerGiBHour !== undefined)
  const vcpuHour = ownVcpu?.usdPerVcpuHour === undefined ? listPrice(money.vcpuHour) : exactly(ownVcpu.usdPerVcpuHour)
  const gibHour = ownGib?.usdPerGiBHour === undefined ? listPrice(money.gibHour) : exactly(ownGib.usdPerGiBHour)
  if (!vcpuHour || !gibHour) return undefined
  const ids = [
    ...(ownVcpu ? [] : [money.vcpuHour.low, money.vcpuHour.high]),
    ...(ownGib ? [] : [money.gibHour.low, money.gibHour.high]),
  ]
  const owners = [...new Set([ownVcpu, ownGib].flatMap((owner) => owner?.author ?? []))]
  const published = ids.flatMap((id) => (prices[id] ? [`${prices[id].item}, ${prices[id].region}`] : []))
  return {
    vcpuMonth: product(vcpuHour, exactly(money.hoursPerMonth)),
    gibMonth: product(gibHour, exactly(money.hoursPerMonth)),
    says:
      `${show(vcpuHour)} USD for a vCPU-hour and ${show(gibHour)} for a GiB-hour` +
      (owners.length > 0 ? `, as ${owners.join(' and ')} gave it` : '') +
      (published.length > 0 ? ` (list prices: ${published.join('; ')})` : ''),
    sources: [...new Set(ids.flatMap((id) => prices[id]?.source ?? []))],
  }
}

const show = ({ low, high }: Range): string => (low === high ? `${low}` : `${low}–${high}`)

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
