import { isDay, type Day } from '../../../server/domain/days.ts'
import { latestReported, type Episode } from './episodes.ts'
import type { KnownEvent, World } from './world.ts'

export interface Restoration {
  readonly known: boolean
  /** What may be told as the day by which it was restored: one for each way in which it was. */
  readonly on: readonly (Day | null)[]
}

/** Codes of a data set that end what another code began. */
const ENDS: Readonly<Record<string, string>> = { '163': '085', '164': '046' }

/** @param run the whole run of the act, up to the known-on date and not cut by the window. */
export function restorationOf(world: World, run: Episode): Restoration {
  const latest = latestReported(run.events)
  const reversed = latest.status === 'REVERSED' ? [latest.statusSince] : []
  const undone = world.events
    .filter((event) => event.status !== 'DENIED' && (restoresByLink(event, run) || restoresByCode(world, event, run)))
    .map((event) => (isDay(event.latest) ? event.latest : event.earliest))
  const on = [...reversed, ...undone]
  return { known: on.length > 0, on }
}

function restoresByLink(event: KnownEvent, run: Episode): boolean {
  return (
    event.record.kind === 'COOPERATION' &&
    event.record.stage === 'ACTUAL' &&
    run.events.some(({ id }) => event.record.restores.includes(id)) &&
    !(event.latest < run.last.earliest)
  )
}

function restoresByCode(world: World, event: KnownEvent, run: Episode): boolean {
  const { actor, target, collection, stage, coded } = event.record
  return (
    world.dataSets.has(collection) &&
    coded !== null &&
    stage === 'ACTUAL' &&
    event.earliest > run.last.latest &&
    run.events.some(
      ({ record }) =>
        record.collection === collection &&
        record.actor === actor &&
        record.target === target &&
        record.coded !== null &&
        ENDS[record.coded.code] === coded.code,
    )
  )
}
