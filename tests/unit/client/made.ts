import type { ActorName, Collection, EventKind, EventRow, Network } from '../../../client/state/types.ts'

/** Small pieces of what the contract answers, for what is made of them. */
export function actorName(id: string, kind: ActorName['kind'] = 'STATE'): ActorName {
  return { id, name: id.toUpperCase(), nameInSentence: `the ${id.toUpperCase()}`, kind }
}

export function eventRow(
  id: string,
  actor: string,
  target: string,
  kind: EventKind,
  given: Partial<EventRow> = {},
): EventRow {
  return {
    id,
    actor: actorName(actor),
    target: actorName(target),
    kind,
    subtype: 'statement',
    scope: 'a scope',
    stage: 'ACTUAL',
    status: 'REPORTED',
    occurred: { earliest: '2025-09-01', latest: '2025-10-11', extent: 'ONE_DAY', openStart: false, openEnd: false },
    reportedOn: '2025-11-11',
    originCount: 1,
    disputed: false,
    answered: false,
    sentence: `${actor} ${kind} ${target}.`,
    ...given,
  }
}

interface Affiliation {
  readonly from: string
  readonly to: string
  readonly reportedOn?: string
}

/** A network of these events and affiliations (PART_OF), as known on `asKnownOn`. */
export function network(
  events: readonly EventRow[],
  affiliations: readonly Affiliation[] = [],
  asKnownOn = '2025-11-11',
): Network {
  const ids = [
    ...new Set([
      ...events.flatMap(({ actor, target }) => [actor.id, target.id]),
      ...affiliations.flatMap(({ from, to }) => [from, to]),
    ]),
  ]
  const topOf = (id: string): string => {
    const up = affiliations.find(({ from }) => from === id)
    return up ? topOf(up.to) : id
  }
  const ties = Map.groupBy(events, ({ actor, target }) => `${actor.id}>${target.id}`)
  return {
    stats: {
      events: events.length,
      ties: ties.size,
      actors: ids.length,
      sources: 1,
      byKind: [],
      disputed: 0,
      answered: 0,
      singleOrigin: 0,
      notDone: 0,
      firstReported: null,
      asKnownOn,
    },
    ties: {
      items: [...ties].map(([id, nodes]) => ({
        id,
        actor: actorName(nodes[0]!.actor.id),
        target: actorName(nodes[0]!.target.id),
        total: nodes.length,
        events: { nodes },
      })),
      total: ties.size,
      truncated: false,
      asKnownOn,
    },
    actors: {
      nodes: ids.map((id) => ({
        ...actorName(id),
        top: actorName(topOf(id)),
        affiliations: affiliations
          .filter(({ from }) => from === id)
          .map(({ from, to, reportedOn }) => ({
            id: `${from} in ${to}`,
            type: 'PART_OF' as const,
            actor: { id: from },
            to: { id: to },
            role: null,
            reportedOn: reportedOn ?? null,
          })),
      })),
      total: ids.length,
    },
    events: { nodes: [...events], total: events.length },
  }
}

export function collection(positions: Readonly<Record<string, readonly [number, number]>> = {}): Collection {
  return {
    id: 'case',
    kind: 'CASE',
    title: 'A case',
    headline: null,
    headlineEvent: null,
    description: null,
    defaultAsKnownOn: '2025-11-11',
    eventCount: 1,
    actorCount: 2,
    positions: Object.entries(positions).map(([id, [x, y]]) => ({ actor: { id }, x, y })),
  }
}
