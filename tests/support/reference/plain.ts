import type { Day } from '../../../server/domain/days.ts'
import type { Act, Distancing, DistancingRow, Restoration } from '../../../server/domain/distancing/types.ts'
import type { Episode } from '../../../server/domain/episodes.ts'
import type { Tie } from '../../../server/domain/ties.ts'
import type { View } from '../../../server/domain/view.ts'
import type * as reference from './distancing.ts'
import type * as episodes from './episodes.ts'
import { byCodePoint, distinct } from './order.ts'
import type * as ties from './ties.ts'

/** Answers of the product and of the reference in one form, by ids, so that they can be compared whole. */

interface Names {
  actor(index: number): string
  event(row: number): string
  origin(index: number): string
}

export function namesOf({ snapshot }: View): Names {
  return {
    actor: (index) => snapshot.actors[index]?.id ?? `no actor ${index}`,
    event: (row) => snapshot.events.id.get(row),
    origin: (index) => snapshot.events.origins[index] ?? `no origin ${index}`,
  }
}

export function plainAnswer(view: View, answer: Distancing) {
  const names = namesOf(view)
  return {
    rows: answer.rows.map((row) => plainRow(names, row)),
    internal: answer.internal.map((act) => plainAct(names, act)),
    switches: answer.switches,
  }
}

function plainRow(names: Names, row: DistancingRow) {
  return {
    who: names.actor(row.who),
    fromWhom: names.actor(row.fromWhom),
    acts: row.acts.map((act) => plainAct(names, act)),
    before: plainList(row.before.map((each) => plainEpisode(names, each))),
    continues: plainList(row.continues.map((each) => plainEpisode(names, each))),
    meanwhile: plainList(row.meanwhile.map((each) => plainEpisode(names, each))),
    restored: row.restored?.known ?? null,
    strength: row.strength,
    first: row.first,
    lag: row.lag,
    origins: distinct(row.origins.map(names.origin)),
    disputed: row.disputed,
    answered: row.answered,
  }
}

function plainAct(names: Names, act: Act) {
  return {
    ...plainEpisode(names, act),
    admittedBy: act.admittedBy,
    start: act.start,
    beganOn: act.beganOn,
    restored: act.restored.known,
  }
}

function plainEpisode(names: Names, episode: Episode) {
  return {
    events: episode.rows.map(names.event),
    first: episode.first,
    last: episode.last,
    strength: episode.strength,
    status: episode.status,
    origins: distinct(episode.origins.map(names.origin)),
    disputed: episode.disputed,
    answered: episode.answered,
  }
}

/** The lists of cooperation have no order of their own. */
function plainList<T extends { readonly events: readonly string[] }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => byCodePoint(a.events[0] ?? '', b.events[0] ?? ''))
}

export function plainReference(answer: reference.Answer): ReturnType<typeof plainAnswer> {
  return {
    rows: answer.rows.map((row) => ({
      ...row,
      acts: row.acts.map(toPlainAct),
      before: plainList(row.before.map(toPlainEpisode)),
      continues: plainList(row.continues.map(toPlainEpisode)),
      meanwhile: plainList(row.meanwhile.map(toPlainEpisode)),
      origins: [...row.origins],
    })),
    internal: answer.internal.map(toPlainAct),
    switches: answer.switches,
  }
}

function toPlainAct(act: reference.Act): ReturnType<typeof plainAct> {
  const { admittedBy, start, beganOn, restored } = act
  return { ...toPlainEpisode(act), admittedBy, start, beganOn, restored: restored.known }
}

function toPlainEpisode(episode: episodes.Episode): ReturnType<typeof plainEpisode> {
  const { events, first, last, strength, status, origins, disputed, answered } = episode
  const ids = events.map((event) => event.id)
  return { events: ids, first, last, strength, status, origins: [...origins], disputed, answered }
}

/** For each act of each row the day by which it is told to be restored, beside those that may be told. */
export function restoredDays(answer: Distancing, expected: reference.Answer) {
  const pairUp = (act: Act, other: reference.Act | undefined) => told(act.restored, other?.restored.on ?? [])
  return [
    ...answer.rows.flatMap((row, at) => row.acts.map((act, i) => pairUp(act, expected.rows[at]?.acts[i]))),
    ...answer.internal.map((act, at) => pairUp(act, expected.internal[at])),
  ]
}

function told(restored: Restoration, may: readonly (Day | null)[]) {
  return { told: restored.on, may }
}

export function plainTie(view: View, tie: Tie): ties.Tie {
  const names = namesOf(view)
  const { counts, first, last, net, disputed, answered, notDone, leastOrigins } = tie
  return {
    actor: names.actor(tie.actor),
    target: names.actor(tie.target),
    events: distinct(tie.rows.map(names.event)),
    counts,
    first,
    last,
    net,
    disputed,
    answered,
    notDone,
    leastOrigins,
  }
}
