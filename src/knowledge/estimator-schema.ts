import { z } from 'zod'
import { designSchema } from './design-schema.ts'
import { id, prose } from './schema-parts.ts'

const amount = z.number().nonnegative()
const rangeFields = { low: amount, high: amount }
const ascending = { path: ['high'], message: 'must not be below low' }

/**
 * What one pod, node, call and so on costs. `basis` says how far to trust it: measured; composed of other measurements;
 * borrowed from another mesh; advice or default of the project, not measured; claimed without a measurement.
 */
const parameterSchema = z
  .strictObject({
    ...rangeFields,
    unit: z.enum(['MiB', 'vCPU', 'ms']),
    per: prose(60).describe('what one such amount is spent on'),
    basis: z.enum(['measured', 'composed', 'borrowed', 'advice', 'default', 'claimed']),
    note: prose(320).optional(),
    figures: z.array(id).min(1, 'name the figures that it comes from'),
  })
  .refine(({ low, high }) => low <= high, ascending)

const priceSchema = z.strictObject({
  item: prose(60),
  usdPerHour: z.number().positive(),
  of: z.enum(['vCPU', 'GiB']).optional().describe('absent for a whole machine'),
  vcpu: z.number().positive().optional(),
  memoryGiB: z.number().positive().optional(),
  region: prose(30),
  derived: prose(200).optional(),
  from: z.array(id).optional().describe('the prices that it is derived from'),
  note: prose(200).optional(),
  source: id,
})

const rateSchema = z.strictObject({ low: id, high: id }).describe('the ids of the cheapest and the dearest price')

/** Where machines are paid for: two of one kind, with the same vCPU and different memory, give the price of each. */
const placeSchema = z.strictObject({
  name: prose(60),
  lean: id.describe('the price of the machine with less memory'),
  rich: id.describe('the price of the machine with more memory'),
})

/** What an estimate is made of; docs/estimator.md has the formulas. */
export const estimatorFileSchema = z.strictObject({
  parameters: z.record(id, parameterSchema).default({}),
  designs: z.record(id, designSchema).default({}),
  prices: z.record(id, priceSchema).default({}),
  places: z.record(id, placeSchema).default({}).describe('where prices can be asked for, each by its id'),
  money: z.strictObject({ vcpuHour: rateSchema, gibHour: rateSchema, hoursPerMonth: z.number().positive() }).optional(),
  disagreements: z
    .array(
      z.strictObject({
        about: z.enum(['memory', 'cpu', 'latency']),
        designs: z.array(id).min(1),
        says: prose(320),
        figures: z.array(id).min(2),
      }),
    )
    .default([]),
})

/** What an organisation puts in place of our parameters and prices: what it pays, and what it measured itself. */
export const houseEstimatorSchema = z.strictObject({
  usdPerVcpuHour: z.number().positive().optional(),
  usdPerGiBHour: z.number().positive().optional(),
  node: z.strictObject({ vcpu: z.number().positive(), memoryGiB: z.number().positive() }).optional(),
  parameters: z
    .record(
      id,
      z.strictObject({ ...rangeFields, conditions: prose(240) }).refine(({ low, high }) => low <= high, ascending),
    )
    .default({}),
})

/** The id of a design of the knowledge. */
export type DesignId = z.infer<typeof id>
export type EstimatorFile = z.infer<typeof estimatorFileSchema>
export type ParameterFile = z.infer<typeof parameterSchema>
export type HouseEstimator = z.infer<typeof houseEstimatorSchema>
