import { toClaim, type Indexes } from '../domain/assemble.ts'
import { standingOf, statusSteps, type Claim } from '../domain/claims.ts'
import type { EventInput } from '../domain/columns/event-input.ts'
import type { SourceRecord } from '../domain/records.ts'
import type { DatedStatus } from '../domain/snapshot.ts'
import { ABOUTS, STANCES, wordOf } from '../domain/words.ts'
import type { EventChunk, EventTuple } from '../store/graph-store.ts'

/** What the rows of a store need to become inputs of the columns. */
export interface InputContext {
  readonly indexes: Indexes
  readonly sources: readonly SourceRecord[]
  /** Actor index by the store's own number. */
  readonly actorByRef: ReadonlyMap<number, number>
}

/** Events of chunks as inputs of the columns. Evidence, statuses and links may stand in other chunks than their events. */
export function toInputs(chunks: readonly EventChunk[], context: InputContext): EventInput[] {
  const claims = new Map<string, Claim[]>()
  const statuses = new Map<string, DatedStatus[]>()
  const links = [new Map<string, string[]>(), new Map<string, string[]>()] as const
  for (const chunk of chunks) {
    for (const [event, source, relayedFrom, stance, about] of chunk.evidence) {
      const evidence = { source, relayedFrom, stance: wordOf(STANCES, stance), about: wordOf(ABOUTS, about) }
      append(claims, event, toClaim(evidence, context.sources, context.indexes))
    }
    for (const [event, on, status] of chunk.statuses) append(statuses, event, { on, status })
    for (const [event, other, type] of chunk.links) append(type === 0 ? links[0] : links[1], event, other)
  }
  return chunks.flatMap((chunk) =>
    chunk.events.map((tuple) =>
      toInput(tuple, context, claims.get(tuple[0]) ?? [], statuses.get(tuple[0]) ?? [], [
        links[0].get(tuple[0]) ?? [],
        links[1].get(tuple[0]) ?? [],
      ]),
    ),
  )
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function toInput(
  tuple: EventTuple,
  context: InputContext,
  claims: readonly Claim[],
  statuses: readonly DatedStatus[],
  [breaks, restores]: readonly [readonly string[], readonly string[]],
): EventInput {
  const [
    id,
    actor,
    target,
    earliest,
    latest,
    flags,
    coded,
    kind,
    subtype,
    stage,
    mark,
    strength,
    scope,
    collection,
    code,
    publisher,
  ] = tuple
  const own: Claim[] =
    coded === null
      ? []
      : [{ published: coded, origin: `${collection}#${publisher ?? ''}`, stance: 'ASSERTS', about: 'ACT' }]
  const standing = standingOf([...own, ...claims])
  const { status, history } = statusSteps(statuses)
  const lastWord = Math.max(standing.lastWord, ...statuses.map((step) => step.on))
  return {
    id,
    actor: context.actorByRef.get(actor) ?? -1,
    target: context.actorByRef.get(target) ?? -1,
    earliest,
    latest,
    flags,
    reported: standing.reported,
    kind,
    subtype,
    stage,
    mark,
    strength,
    scope,
    code,
    collection: context.indexes.collections.get(collection) ?? -1,
    status,
    origins: standing.origins,
    evidenceCount: Math.max(claims.length, own.length),
    history,
    denials: standing.denials,
    originsSince: standing.originsSince,
    lastWord: lastWord > standing.reported ? lastWord : null,
    breaks,
    restores,
  }
}
