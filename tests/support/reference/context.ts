import { AFTER_ALL, isDay, type Day } from '../../../server/domain/days.ts'
import { episodesOf, firstSpan, type Episode } from './episodes.ts'
import { overlaps, type KnownEvent } from './world.ts'

const NEAR_DAYS = 365

/** Cooperation round the acts of a row. */
export interface Context {
  readonly before: readonly Episode[]
  readonly continues: readonly Episode[]
  readonly meanwhile: readonly Episode[]
}

/** Each cooperation event is put into its list first, then episodes are made within the list. */
export function contextOf(
  cooperation: readonly KnownEvent[],
  acts: readonly Episode[],
  since: Day | undefined,
  until: Day | undefined,
): Context {
  const first = firstSpan(acts.flatMap((act) => act.events))
  const broken = new Set(acts.flatMap((act) => act.events).flatMap((event) => event.record.breaks))
  return {
    before: listOf('before'),
    continues: listOf('continues'),
    meanwhile: listOf('meanwhile'),
  }

  function listOf(list: keyof Context): Episode[] {
    return episodesOf(cooperation.filter((event) => listFor(event) === list))
  }

  function listFor(event: KnownEvent): keyof Context | null {
    if (broken.has(event.id)) return 'before'
    if (event.latest < first.earliest) {
      const near = isDay(first.earliest) && first.earliest - event.latest <= NEAR_DAYS
      return near ? 'before' : null
    }
    if (!overlaps(event, since, until)) return null
    const later = event.earliest > first.latest
    const allAlong = event.throughout && surelyUntil(event) >= first.latest
    return later || allAlong ? 'continues' : 'meanwhile'
  }
}

/** The last day on which what goes on all along surely still went on. */
function surelyUntil(event: KnownEvent): Day {
  if (event.openEnd) return AFTER_ALL
  return event.latest === AFTER_ALL ? event.earliest : event.latest
}
