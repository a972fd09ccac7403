import type { DaySpan } from '../../../server/domain/days.ts'
import { EVENT_KINDS, SIGN, type EventKind, type Level } from '../../../server/domain/words.ts'
import { episodesOf, firstEvent, firstSpan, lastSpan, type Episode } from './episodes.ts'
import { selectForAggregate, type Filter } from './filter.ts'
import { byCodePoint, distinct, firstOf, groupBy } from './order.ts'
import { topOn } from './roll-up.ts'
import { rollUpDay, type World } from './world.ts'

export interface Tie {
  readonly actor: string
  readonly target: string
  /** Ids of its events. */
  readonly events: readonly string[]
  /** By kind, those that occur. */
  readonly counts: readonly { readonly kind: EventKind; readonly events: number; readonly episodes: number }[]
  readonly first: DaySpan
  readonly last: DaySpan
  readonly net: number
  readonly disputed: number
  readonly answered: number
  readonly notDone: number
  readonly leastOrigins: number
}

/** All ties, ranked by events, then names. At TOP an episode goes, whole, where its first event rolls up. */
export function ties(world: World, filter: Filter, level: Level): Tie[] {
  const placed = episodesOf(selectForAggregate(world, filter, level)).map((episode) => ({
    ...endsOf(world, episode, level),
    episode,
  }))
  const ofPairs = groupBy(
    placed.filter(({ actor, target }) => actor !== target),
    ({ actor, target }) => JSON.stringify([actor, target]),
  )
  return [...ofPairs.values()]
    .map((ofPair) =>
      toTie(
        ofPair[0]?.actor ?? '',
        ofPair[0]?.target ?? '',
        ofPair.map(({ episode }) => episode),
      ),
    )
    .sort((a, b) => byRank(world, a, b))
}

function endsOf(world: World, episode: Episode, level: Level): { actor: string; target: string } {
  const first = firstEvent(episode)
  const { actor, target } = first.record
  if (level === 'ACTOR') return { actor, target }
  const day = rollUpDay(first)
  return { actor: topOn(world, actor, day), target: topOn(world, target, day) }
}

function toTie(actor: string, target: string, episodes: readonly Episode[]): Tie {
  const events = episodes.flatMap((episode) => episode.events)
  const kindOf = (episode: Episode) => firstEvent(episode).record.kind
  return {
    actor,
    target,
    events: distinct(events.map((event) => event.id)),
    counts: EVENT_KINDS.map((kind) => ({
      kind,
      events: events.filter((event) => event.record.kind === kind).length,
      episodes: episodes.filter((episode) => kindOf(episode) === kind).length,
    })).filter((count) => count.events > 0),
    first: firstSpan(events),
    last: lastSpan(events),
    net: episodes.reduce((sum, episode) => sum + SIGN[kindOf(episode)] * episode.strength, 0),
    disputed: events.filter((event) => event.disputed).length,
    answered: events.filter((event) => event.answered).length,
    notDone: events.filter((event) => event.record.stage !== 'ACTUAL').length,
    leastOrigins: Math.min(...events.map((event) => event.origins.length)),
  }
}

function byRank(world: World, a: Tie, b: Tie): number {
  const nameOf = (actor: string) => (world.names.get(actor) ?? '').normalize('NFC')
  return firstOf(
    b.events.length - a.events.length,
    byCodePoint(nameOf(a.actor), nameOf(b.actor)),
    byCodePoint(nameOf(a.target), nameOf(b.target)),
    byCodePoint(a.actor, b.actor),
    byCodePoint(a.target, b.target),
  )
}
