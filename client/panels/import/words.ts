import type { ImportCounts } from '../../state/import/types.ts'

/** `45,995` */
export function number(value: number): string {
  return value.toLocaleString('en')
}

const OUTCOMES = { held: 'already held', rejected: 'rejected', aside: 'set aside' } as const

/** What becomes of the rows, in parts that are not empty. @param done whether it is over */
export function countWords({ rows, events, made, held, rejected, aside, used }: ImportCounts, done: boolean): string {
  const parts = [
    `${number(events)} new events`,
    ...(made > 0 ? [`${number(made)} events that ${number(used)} rows tell together`] : []),
    ...(held > 0 ? [`${number(held)} already held`] : []),
    ...(aside > 0 ? [`${number(aside)} set aside`] : []),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
  ]
  return `${number(rows)} rows ${done ? 'were' : 'would be'}: ${parts.join(', ')}.`
}

/** Why rows brought no event, most first. */
export function reasonWords({ reasons }: ImportCounts): readonly string[] {
  return reasons.map(({ outcome, reason, rows }) => `${number(rows)} ${OUTCOMES[outcome]}: ${reason}`)
}
