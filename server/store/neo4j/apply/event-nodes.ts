import { formatDay } from '../../../domain/days.ts'
import type { EventRecord } from '../../../domain/records.ts'
import type { Differing } from '../../differing.ts'
import type { Place } from '../decode.ts'
import * as nodes from '../queries/event-nodes.ts'
import { createEventEvidence, createStatuses } from '../queries/evidence.ts'
import { toEvidenceParams } from './evidence.ts'
import { findByIds, runIds, runRows, type Work } from './work.ts'

/**
 * Makes the walkable part of events whose edges have been written: the nodes of those that have evidence, history or links of
 * their own, or that another names.
 */
export async function writeEventNodes(work: Work, changed: readonly Differing<EventRecord, Place>[]): Promise<void> {
  const { transaction } = work
  const now = changed.map(({ record }) => record)
  const evidence = await toEvidenceParams(work, 'event', now)
  const had = await findByIds(
    transaction,
    nodes.eventNodes,
    now.map(({ id }) => id),
  )
  const rich = now.filter(hasParts)
  // Rows of data sets: edges alone.
  if (had.length === 0 && rich.length === 0) return
  await runIds(transaction, nodes.clearEventNodes, had)
  await runRows(
    transaction,
    nodes.writeEventNodes,
    rich.map(({ id, breaks, restores }) => ({ id, breaks, restores })),
  )
  await runRows(
    transaction,
    nodes.linkEvents,
    rich.flatMap(({ id, breaks, restores }) => [
      ...breaks.map((other) => ({ event: id, type: 'BREAKS' as const, other })),
      ...restores.map((other) => ({ event: id, type: 'RESTORES' as const, other })),
    ]),
  )
  await runRows(transaction, createEventEvidence, evidence)
  await runRows(
    transaction,
    createStatuses,
    rich.flatMap(({ id, history }) =>
      history.map(({ status, on, note }, n) => ({ event: id, n, status, on: formatDay(on), note })),
    ),
  )
  await runIds(
    transaction,
    nodes.attachEventNodes,
    new Set([...had, ...rich.flatMap((each) => [each.id, ...othersOf(each)])]),
  )
  const before = changed.flatMap(({ held }) => (held ? othersOf(held.record) : []))
  await runIds(transaction, nodes.sweepEventNodes, new Set([...had, ...before]))
}

function hasParts({ evidence, history, breaks, restores }: EventRecord): boolean {
  return evidence.length + history.length + breaks.length + restores.length > 0
}

function othersOf({ breaks, restores }: EventRecord): string[] {
  return [...breaks, ...restores]
}
