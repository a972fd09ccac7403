import type { AffiliationRecord, CollectionContents, CollectionRecord, EventRecord } from '../../domain/records.ts'

interface Namers {
  readonly collections: readonly CollectionRecord[]
  readonly affiliations: readonly AffiliationRecord[]
  readonly events: readonly EventRecord[]
  /** What the store holds, to follow names further: an event that stays names actors too. */
  readonly held: CollectionContents | null
}

/** What some records name, and what those name in turn: keys such as `actor:uk`, each with the key of one that names it. */
export function namedBy({ collections, affiliations, events, held }: Namers): ReadonlyMap<string, string> {
  const heldEvents = new Map((held?.events ?? []).map((event) => [event.id, event]))
  const named = new Map<string, string>()
  const open: EventRecord[] = []
  const add = (namer: string, kind: string, ids: readonly (string | null)[]): void => {
    for (const id of ids) {
      if (id === null || named.has(`${kind}:${id}`)) continue
      named.set(`${kind}:${id}`, namer)
      const event = kind === 'event' ? heldEvents.get(id) : undefined
      if (event) open.push(event)
    }
  }
  const addEvidence = (namer: string, { evidence }: EventRecord | AffiliationRecord): void => {
    for (const { source, relayedFrom } of evidence) add(namer, 'source', [source, relayedFrom])
  }
  for (const { headline, positions, questions } of collections) {
    add('collection', 'event', [headline])
    for (const { actor } of positions) add('collection', 'actor', [actor])
    for (const { toward, by } of questions) add('collection', 'actor', [toward, by])
  }
  for (const affiliation of affiliations) {
    add(`affiliation:${affiliation.id}`, 'actor', [affiliation.actor, affiliation.to])
    addEvidence(`affiliation:${affiliation.id}`, affiliation)
  }
  open.push(...events)
  for (let event = open.pop(); event; event = open.pop()) {
    add(`event:${event.id}`, 'actor', [event.actor, event.target])
    add(`event:${event.id}`, 'event', [...event.breaks, ...event.restores])
    addEvidence(`event:${event.id}`, event)
  }
  return named
}
