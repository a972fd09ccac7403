import type { Estimate } from './estimate.ts'

/** What takes as long as one value of an answer: see docs/adr/0016. */
const ROWS_A_VALUE = 10
const VALUES_A_RECORD = 10

/** One number for what a query takes, in values of an answer. */
export function costOf({ values, rows, records }: Omit<Estimate, 'at'>): number {
  return Math.ceil(values + rows / ROWS_A_VALUE + records * VALUES_A_RECORD)
}
