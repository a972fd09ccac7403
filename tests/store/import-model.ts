import type { ActorEntry, AffiliationRecord, EventRecord } from '../../server/domain/records.ts'
import type { GraphStore, Kept } from '../../server/store/graph-store.ts'
import type { BatchOutcome, UndoneImport } from '../../server/store/import-store.ts'
import { anActor, anAffiliation } from '../support/records.ts'

/** Rows of one import, as its files hold them. */
export interface Rows {
  readonly events: readonly EventRecord[]
  /** What the names of its actors end with: spellings of one actor differ from file to file. */
  readonly spelling: string
}

/** Entries and affiliations that rows bring: who ends with `-gov` is part of who stands before it. */
export function partsOf({ events, spelling }: Rows): {
  readonly actors: readonly ActorEntry[]
  readonly affiliations: readonly AffiliationRecord[]
} {
  const named = new Set(events.flatMap(({ actor, target }) => [actor, target]))
  const governments = [...named].filter((id) => id.endsWith('-gov'))
  for (const id of governments) named.add(id.slice(0, -4))
  return {
    actors: [...named].map((id) => anActor(id, { collection: 'feed', name: `${id}${spelling}` })),
    affiliations: governments.map((id) =>
      anAffiliation({ id: `feed/part-${id}`, collection: 'feed', type: 'PART_OF', actor: id, to: id.slice(0, -4) }),
    ),
  }
}

interface Part<R> {
  shown: R
  /** By the import that brought it. */
  readonly owners: Map<string, R>
}

interface Row {
  shown: EventRecord
  readonly owners: Set<string>
  byHand: boolean
}

/** What a store with imports should hold, written for clearness only: whole imports, one after the other. */
export class ImportModel {
  readonly events = new Map<string, Row>()
  readonly actors = new Map<string, Part<ActorEntry>>()
  readonly affiliations = new Map<string, Part<AffiliationRecord>>()
  readonly imports: string[] = []

  /** @returns what all batches together should have told. */
  bring(id: string, rows: Rows): BatchOutcome {
    this.imports.push(id)
    const { actors, affiliations } = partsOf(rows)
    for (const entry of actors) bringPart(this.actors, entry.actor, id, entry)
    for (const each of affiliations) bringPart(this.affiliations, each.id, id, each)
    for (const [key, part] of this.actors) if (part.owners.has(id)) this.actors.set(key, greatest(part))
    const held: number[] = []
    const differing: number[] = []
    for (const [index, record] of rows.events.entries()) {
      const there = this.events.get(record.id)
      if (!there) this.events.set(record.id, { shown: record, owners: new Set([id]), byHand: false })
      else if (!there.byHand && there.shown.summary !== record.summary) differing.push(index)
      else {
        there.owners.add(id)
        held.push(index)
      }
    }
    return { events: rows.events.length - held.length - differing.length, held, differing }
  }

  undo(id: string): Omit<UndoneImport, 'version'> {
    this.imports.splice(this.imports.indexOf(id), 1)
    const undone = { events: 0, shared: 0, kept: [] as string[], keptTotal: 0 }
    for (const [key, row] of this.events) {
      if (!row.owners.delete(id)) continue
      if (row.byHand) undone.keptTotal = undone.kept.push(key)
      else if (row.owners.size > 0) undone.shared += 1
      else {
        this.events.delete(key)
        undone.events += 1
      }
    }
    const needed = new Set([...this.events.values()].flatMap(({ shown }) => [shown.actor, shown.target]))
    const isAlone = (part: Part<unknown>): boolean => part.owners.has(id) && part.owners.size === 1
    for (const [key, part] of this.actors) if (!isAlone(part)) needed.add(key)
    for (let before = -1; before !== needed.size;) {
      before = needed.size
      for (const part of this.affiliations.values()) {
        if (isAlone(part) && !needed.has(part.shown.actor)) continue
        needed.add(part.shown.actor).add(part.shown.to)
      }
    }
    for (const [key, part] of this.affiliations) {
      if (isAlone(part) && !needed.has(part.shown.actor)) this.affiliations.delete(key)
      else part.owners.delete(id)
    }
    for (const [key, part] of this.actors) {
      if (isAlone(part) && !needed.has(key)) this.actors.delete(key)
      else if (part.owners.delete(id)) this.actors.set(key, greatest(part))
    }
    return { ...undone, kept: undone.kept.sort() }
  }

  change(record: EventRecord): void {
    const row = this.events.get(record.id)
    if (row) Object.assign(row, { shown: record, byHand: true })
  }

  /** As `seenOf` tells it of a store. */
  seen(): Seen {
    const isThere = this.imports.length + this.events.size + this.actors.size > 0
    return {
      collections: isThere ? ['feed'] : [],
      imports: this.imports.toSorted(),
      events: byText([...this.events.values()].map(({ shown }) => shown)),
      actors: byText([...this.actors.values()].map(({ shown }) => shown)),
      affiliations: byText([...this.affiliations.values()].map(({ shown }) => shown)),
    }
  }
}

function bringPart<R>(parts: Map<string, Part<R>>, key: string, id: string, record: R): void {
  const there = parts.get(key)
  if (!there) parts.set(key, { shown: record, owners: new Map([[id, record]]) })
  // What nobody owns any more stays nobody's.
  else if (there.owners.size > 0) there.owners.set(id, record)
}

function greatest(part: Part<ActorEntry>): Part<ActorEntry> {
  const [best] = [...part.owners.values()].sort((a, b) => (a.name < b.name ? 1 : -1))
  return best ? { shown: best, owners: part.owners } : part
}

export interface Seen {
  readonly collections: readonly string[]
  readonly imports: readonly string[]
  readonly events: readonly string[]
  readonly actors: readonly string[]
  readonly affiliations: readonly string[]
}

/** All that a store tells, however it is asked; each way is held against the first. */
export async function seenOf(store: GraphStore): Promise<Seen> {
  const kept: Kept[] = []
  for await (const chunk of store.everything()) kept.push(...chunk)
  const records = <T extends string>(type: T): unknown[] =>
    kept.flatMap((each) => (each.type === type && 'record' in each ? [each.record] : []))
  return {
    collections: (await store.collections()).map(({ id }) => id),
    imports: kept.flatMap((each) => (each.type === 'import' ? [each.imported.id] : [])).sort(),
    events: byText(records('event')),
    actors: byText(records('actor')),
    affiliations: byText(records('affiliation')),
  }
}

function byText(records: readonly unknown[]): string[] {
  return records.map((each) => JSON.stringify(sorted(each))).sort()
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, sorted(each)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
