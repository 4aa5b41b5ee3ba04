import type { Figure } from './schema.ts'

const bytes = { MB: 1e6, MiB: 2 ** 20, GB: 1e9, GiB: 2 ** 30 } as const

/** An amount in the base unit of its kind: bytes for memory, milliseconds, vCPU, per cent as they are. */
export function toBaseUnit(
  amount: number,
  unit: Figure['unit'],
): { amount: number; base: 'byte' | 'ms' | 'vCPU' | '%' } {
  return unit === 'ms' || unit === 'vCPU' || unit === '%'
    ? { amount, base: unit }
    : { amount: amount * bytes[unit], base: 'byte' }
}
