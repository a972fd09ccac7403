import { isDeepStrictEqual } from 'node:util'
import type { CollectionContents, EventRecord } from '../../domain/records.ts'
import type { GraphStore, Writer } from '../../store/graph-store.ts'
import { loadCase } from '../load.ts'
import { checkDocument } from './check-document.ts'
import { byCollection, DocumentError, type EntenteDocument } from './document.ts'

export interface DocumentReport {
  readonly collections: readonly CollectionLoaded[]
  /** Of the store. */
  readonly version: number
}

export interface CollectionLoaded {
  readonly id: string
  readonly events: number
  /** Records that were new, differed or went; 0: nothing was written. */
  readonly changed: number
  /** What is kept as the store has it, as sentences. */
  readonly conflicts: readonly string[]
}

/** Events that are written at once. */
const AT_ONCE = 5_000
const MOST_CONFLICTS = 20

/**
 * Brings a store to what an export says. A case goes in as its files would: all of it or nothing. Of a data set what is not there is
 * written, and what is there stays as it is. Loading twice changes nothing.
 * @param name of the file, for the audit log
 * @throws DocumentError, where anything is wrong before anything is written; LoadRefusedError, StoreUnavailableError
 */
export async function loadDocument(
  store: GraphStore,
  document: EntenteDocument,
  name: string,
): Promise<DocumentReport> {
  const contents = byCollection(document)
  checkDocument(name, document, contents)
  await refuseOthers(store, contents, name)
  const collections: CollectionLoaded[] = []
  for (const each of contents) {
    const isCase = each.collection.kind === 'CASE'
    const loaded = isCase ? await loadCase(store, each, name) : await loadDataSet(store, each, { by: 'LOAD', name })
    collections.push({
      id: each.collection.id,
      events: each.events.length,
      changed: loaded.changed,
      conflicts: loaded.conflicts,
    })
  }
  return { collections, version: await store.version() }
}

/** What would take away or mix what is there. */
async function refuseOthers(store: GraphStore, contents: readonly CollectionContents[], name: string): Promise<void> {
  const held = await store.collections()
  for (const { collection, events } of contents) {
    const there = held.find(({ id }) => id === collection.id)
    if (!there) continue
    if (there.kind !== collection.kind)
      throw new DocumentError(
        `${name}: the store holds another collection of the id ${collection.id}, which is no ${collection.kind === 'CASE' ? 'case' : 'data set'}. Load it into another store.`,
      )
    if (there.kind === 'DATA_SET' && there.title !== collection.title)
      throw new DocumentError(
        `${name}: the store holds another data set of the id ${collection.id}: ${there.title}. Load it into another store.`,
      )
    if (there.kind === 'CASE') await refuseLoss(store, collection.id, events, name)
  }
}

/** An export may be a part of a case, or the case as it was known once: it takes nothing away that it does not have. */
async function refuseLoss(store: GraphStore, id: string, events: readonly EventRecord[], name: string): Promise<void> {
  const has = new Set(events.map((event) => event.id))
  const lost = (await store.readCollection(id))?.contents.events.filter((event) => !has.has(event.id)) ?? []
  if (lost.length === 0) return
  const what = lost.length === 1 ? 'an event' : `${lost.length} events`
  throw new DocumentError(
    `${name}: the store holds the case ${id} with ${what} that the file does not have, such as ${lost[0]?.id ?? ''}. They would be taken away. Load it into another store, or export all of the case.`,
  )
}

async function loadDataSet(
  store: GraphStore,
  { collection, actors, affiliations, sources, events }: CollectionContents,
  writer: Writer,
): Promise<{ readonly changed: number; readonly conflicts: readonly string[] }> {
  const differ = new Differing()
  const entries = (await store.actors()).flatMap((actor) =>
    actor.entries.filter((entry) => entry.collection === collection.id),
  )
  const batch = {
    writer,
    action: 'load',
    collections: (await store.collections()).some(({ id }) => id === collection.id) ? [] : [collection],
    sources: differ.fresh(sources, await store.sources(), ({ id }) => id),
    actors: differ.fresh(actors, entries, ({ actor }) => actor),
    affiliations: differ.fresh(
      affiliations,
      await store.affiliationDetails(affiliations.map(({ id }) => id)),
      ({ id }) => id,
    ),
  }
  let { changed } = await store.apply(batch)
  for (const part of linkedLast(events)) {
    const there = await store.eventDetails(part.map(({ id }) => id))
    const fresh = differ.fresh(part, there, ({ id }) => id)
    if (fresh.length > 0) changed += (await store.apply({ writer, events: fresh })).changed
  }
  return { changed, conflicts: differ.sentences() }
}

/** In parts; those that name others come after all others. */
function* linkedLast(events: readonly EventRecord[]): Generator<readonly EventRecord[]> {
  const isLinked = ({ breaks, restores }: EventRecord): boolean => breaks.length + restores.length > 0
  const ordered = [...events.filter((event) => !isLinked(event)), ...events.filter(isLinked)]
  for (let at = 0; at < ordered.length; at += AT_ONCE) yield ordered.slice(at, at + AT_ONCE)
}

/** Tells records that are new from those that are there, the same or otherwise. */
class Differing {
  readonly #kept: string[] = []
  #more = 0

  fresh<R extends object>(wanted: readonly R[], held: readonly R[], idOf: (record: R) => string): readonly R[] {
    const there = new Map(held.map((record) => [idOf(record), record]))
    return wanted.filter((record) => {
      const known = there.get(idOf(record))
      if (known !== undefined && !isDeepStrictEqual(known, record)) this.#keep(idOf(record))
      return known === undefined
    })
  }

  sentences(): readonly string[] {
    return this.#more > 0 ? [...this.#kept, `and ${this.#more} more`] : this.#kept
  }

  #keep(id: string): void {
    if (this.#kept.length < MOST_CONFLICTS)
      this.#kept.push(`${id} is there already and says something else; it is kept as it is.`)
    else this.#more++
  }
}
