import type { Distancing, DistancingRow } from '../domain/distancing/types.ts'
import type { Episode } from '../domain/episodes.ts'
import { select } from '../domain/select.ts'
import { ROWS_TOLD } from '../domain/sentences/answer-sentence.ts'
import type { ActorIndex, Row } from '../domain/snapshot.ts'
import { tiesOf, type Tie } from '../domain/ties.ts'
import type { View } from '../domain/view.ts'
import type { RequestContext } from './context.ts'
import { evidenceOfEvents } from './known-evidence.ts'
import type { DistancingModel, SourceModel } from './models.ts'
import { pairId } from './pair-id.ts'
import { sourceModel } from './to-model.ts'

/** Everyone whom some rows name, in their order: who and from whom, then those of their acts and of the cooperation that continues. */
export function namedActors(rows: readonly DistancingRow[]): ActorIndex[] {
  return [
    ...new Set(
      rows.flatMap((row) => [
        row.who,
        row.fromWhom,
        ...behind(row).flatMap((episode) => [episode.actor, episode.target]),
      ]),
    ),
  ]
}

/** The ties, at the answer's level and in its window, in which the acts of some rows and the cooperation that continues lie. */
export function tiesBehind(view: View, { query }: Distancing, rows: readonly DistancingRow[]): Tie[] {
  const { events } = view.snapshot
  const { rollUp } = view
  const pairOf = (row: Row) =>
    query.level === 'TOP'
      ? pairId(view, rollUp.topOfActor(row), rollUp.topOfTarget(row))
      : pairId(view, events.actor[row] as ActorIndex, events.target[row] as ActorIndex)
  const pairs = new Set(rows.flatMap(behind).map((episode) => pairOf(episode.rows[0] as Row)))
  if (pairs.size === 0) return []
  const all = select(view, windowOf(query), { level: query.level, purpose: 'AGGREGATE' })
  return tiesOf(
    view,
    all.filter((row) => pairs.has(pairOf(row))),
    query.level,
  )
}

/**
 * The sources behind the acts and the cooperation that continues of the rows shown and of those that the sentence tells: one for
 * each source and the source that it takes the claim from, in the order in which the rows come to them.
 */
export async function citationsOf(context: RequestContext, { view, answer, page }: DistancingModel) {
  const rows = [...new Set([...page, ...answer.rows.slice(0, ROWS_TOLD)])]
  const found = await evidenceOfEvents(context, view, [...new Set(rows.flatMap(behind).flatMap((each) => each.rows))])
  const cited = new Map<string, { source: SourceModel; relayedFrom: SourceModel | null; events: Set<string> }>()
  for (const { row, evidence } of found) {
    for (const { source, record } of evidence) {
      const key = JSON.stringify([source.id, record.relayedFrom])
      const relayedFrom = record.relayedFrom === null ? null : sourceModel(view, record.relayedFrom)
      if (!cited.has(key)) cited.set(key, { source: { view, source }, relayedFrom, events: new Set() })
      cited.get(key)?.events.add(view.snapshot.events.id.get(row))
    }
  }
  return [...cited.values()].map((each) => ({ ...each, events: [...each.events].sort() }))
}

function behind(row: DistancingRow): readonly Episode[] {
  return [...row.acts, ...row.continues]
}

function windowOf({ since, until }: Distancing['query']) {
  return {
    ...(since === undefined ? {} : { occurredSince: since }),
    ...(until === undefined ? {} : { occurredUntil: until }),
  }
}
