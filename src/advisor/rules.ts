import type { CriteriaFile } from '../knowledge/criteria-schema.ts'

/** Criteria that are complete enough to recommend by. */
export interface Rules extends Omit<CriteriaFile, 'scales' | 'weights' | 'thresholds'> {
  readonly scales: NonNullable<CriteriaFile['scales']>
  readonly weights: NonNullable<CriteriaFile['weights']>
  readonly thresholds: NonNullable<CriteriaFile['thresholds']>
}

/** The criteria as rules, or undefined where the knowledge comes without scales, weights or thresholds. */
export function rulesOf(criteria: CriteriaFile): Rules | undefined {
  const { scales, weights, thresholds } = criteria
  return scales && weights && thresholds && { ...criteria, scales, weights, thresholds }
}
