import { compareCodePoints } from '../../domain/code-points.ts'
import { keyOf, keyOfCollection, keyOfEntry } from '../../domain/record-key.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionRecord,
  EvidenceRecord,
  SourceRecord,
} from '../../domain/records.ts'
import type { Held } from '../differing.ts'
import type { ActorPlace, Place } from './decode.ts'
import { names, text, whole, type Fault } from './faults.ts'
import { keysHidden, seenParts } from './hidden.ts'
import { allActorEntries } from './queries/actors.ts'
import { allAffiliations } from './queries/affiliations.ts'
import { allCollections } from './queries/collections.ts'
import { allSources } from './queries/sources.ts'
import { faultOfAffiliation, faultOfCollection, faultOfEntry, faultOfSource } from './record-faults.ts'
import type { Connection } from './run.ts'
import { LeftOut, Unreadable, type Reading } from './unreadable.ts'

type Entry = Held<ActorEntry, ActorPlace>

/** What the lists as they were last read hold: what a record may name. */
export interface Known {
  readonly collections: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  readonly actors: ReadonlySet<string>
  /** By `StoredActor.ref`: the ids of all actors, also of those that cannot be read. */
  readonly idByRef: ReadonlyMap<number, string>
  readonly refs: ReadonlySet<number>
}

/** Reads the short lists, oldest first; what cannot be read, and what names it, is left out and noted. */
export class Lists {
  readonly unreadable: Unreadable
  readonly #db: Connection
  /** What was read last, whoever asked. */
  readonly #last: { known: Partial<Known> }

  constructor(db: Connection, others: Lists | null = null) {
    this.#db = db
    this.unreadable = others?.unreadable ?? new Unreadable()
    this.#last = others === null ? { known: {} } : others.#last
  }

  /** The same lists, read through another connection. */
  under(db: Connection): Lists {
    return new Lists(db, this)
  }

  async collections(): Promise<Held<CollectionRecord, Place>[]> {
    const rows = await seenParts(this.#db, await this.#db.all(allCollections, {}), keyOfCollection)
    const kept = this.#sift('collections', () => 'Collection node', rows, faultOfCollection)
    this.#last.known = { ...this.#last.known, collections: idsOf(kept) }
    return kept
  }

  async sources(): Promise<Held<SourceRecord, Place>[]> {
    const collections = idsOf(await this.collections())
    const rows = await seenParts(this.#db, await this.#db.all(allSources, {}), ({ id }) => keyOf('source', id))
    const kept = this.#sift(
      'sources',
      () => 'Source node',
      rows,
      (record) => {
        return faultOfSource(record) ?? among(collections, 'collection', record.collection)
      },
    )
    this.#last.known = { ...this.#last.known, sources: idsOf(kept) }
    return kept
  }

  /** Oldest actors first, the entries of each by collection. */
  async entries(): Promise<Entry[]> {
    const collections = idsOf(await this.collections())
    const left = new LeftOut()
    const kept: Entry[] = []
    const strange = new Set<string>()
    const idByRef = new Map<number, string>()
    const rows = await this.#db.all(allActorEntries, {})
    const hidden = await keysHidden(this.#db)
    for (const held of rows) {
      const { record, ref } = held
      const ofActor = text(record.actor, 'id') ?? whole(ref.ref, 'ref')
      if (ofActor !== null) {
        if (!strange.has(ref.key)) left.add(nameOf('actor', record.actor, `Actor node ${ref.key}`), ofActor)
        strange.add(ref.key)
        continue
      }
      idByRef.set(ref.ref, record.actor)
      if (hidden.has(keyOfEntry(record))) continue
      if (record.collection === '' && record.name === null) {
        left.add(`The actor ${record.actor}`, 'is named by no collection')
      } else {
        const fault = faultOfEntry(record) ?? among(collections, 'collection', record.collection)
        if (fault === null) kept.push(held)
        else left.add(`The entry of the actor ${record.actor} in the collection ${record.collection}`, fault)
      }
    }
    this.unreadable.note('actors', left)
    const actors = new Set(kept.map(({ record }) => record.actor))
    this.#last.known = { ...this.#last.known, actors, idByRef, refs: new Set(kept.map(({ ref }) => ref.ref)) }
    return kept.sort(
      (a, b) =>
        a.ref.created - b.ref.created ||
        compareCodePoints(a.record.actor, b.record.actor) ||
        compareCodePoints(a.record.collection, b.record.collection),
    )
  }

  async affiliations(): Promise<Held<AffiliationRecord, Place>[]> {
    const rows = await seenParts(this.#db, await this.#db.all(allAffiliations, {}), ({ id }) =>
      keyOf('affiliation', id),
    )
    let known = await this.known()
    const faultOfNames = ({ collection, actor, to, evidence }: AffiliationRecord): Fault =>
      among(known.collections, 'collection', collection) ??
      among(known.actors, 'actor', actor) ??
      among(known.actors, 'actor', to) ??
      faultOfNamed(evidence, known.sources)
    // What is named may have been written since the other lists were read.
    if (rows.some(({ record }) => faultOfNames(record) !== null)) known = await this.knownAnew()
    return this.#sift(
      'affiliations',
      ({ type }) => `${type} edge`,
      rows,
      (record) => faultOfAffiliation(record) ?? faultOfNames(record),
    )
  }

  /** What the lists hold; reads those that were never read. */
  async known(): Promise<Known> {
    if (!this.#last.known.collections) await this.collections()
    if (!this.#last.known.sources) await this.sources()
    if (!this.#last.known.actors) await this.entries()
    const {
      collections = NONE,
      sources = NONE,
      actors = NONE,
      idByRef = new Map(),
      refs = new Set(),
    } = this.#last.known
    return { collections, sources, actors, idByRef, refs }
  }

  /** The same, read anew: somebody may have written since. */
  async knownAnew(): Promise<Known> {
    this.#last.known = {}
    return this.known()
  }

  /** @param place what stands for a record in the database. */
  #sift<R extends { readonly id: string }>(
    reading: Reading,
    place: (record: R) => string,
    rows: readonly Held<R, Place>[],
    faultOf: (record: R) => Fault,
  ): Held<R, Place>[] {
    const left = new LeftOut()
    const kept = rows.filter(({ record, ref }) => {
      const fault = faultOf(record)
      if (fault !== null) left.add(nameOf(reading.slice(0, -1), record.id, `${place(record)} ${ref.key}`), fault)
      return fault === null
    })
    this.unreadable.note(reading, left)
    return kept.sort((a, b) => a.ref.created - b.ref.created || compareCodePoints(a.record.id, b.record.id))
  }
}

const NONE: ReadonlySet<string> = new Set()

/** Where evidence names a source that cannot be read. */
export function faultOfNamed(
  evidence: readonly Pick<EvidenceRecord, 'source' | 'relayedFrom'>[],
  sources: ReadonlySet<string>,
): Fault {
  for (const { source, relayedFrom } of evidence) {
    for (const id of [source, relayedFrom ?? source]) {
      if (!sources.has(id)) return `has evidence that ${names('source', id)}`
    }
  }
  return null
}

/** Where an id is not among those that are known. */
export function among(known: ReadonlySet<string>, kind: string, id: string): Fault {
  return known.has(id) ? null : names(kind, id)
}

function idsOf(rows: readonly Held<{ readonly id: string }, Place>[]): ReadonlySet<string> {
  return new Set(rows.map(({ record }) => record.id))
}

/** @param place where it stands, for one without an id. */
function nameOf(kind: string, id: unknown, place: string): string {
  return typeof id === 'string' ? `The ${kind} ${id}` : `The ${place}`
}
