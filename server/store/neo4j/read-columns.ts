import type { EventChunk, EventTuple, EvidenceTuple, LinkTuple, StatusTuple } from '../graph-store.ts'
import { brokenPart, isBroken, type Broken, type Part } from './decode-columns.ts'
import { names } from './faults.ts'
import { among, faultOfNamed, type Known, type Lists } from './lists.ts'
import * as columns from './queries/columns.ts'
import { doneImports } from './queries/imports.ts'
import type { Connection } from './run.ts'
import { LeftOut } from './unreadable.ts'

const NOTHING: EventChunk = { events: [], evidence: [], statuses: [], links: [] }

/** All events. What is no event of Entente is left out, and so is one of which a part cannot be read: half of it would mislead. */
export async function* readColumns(db: Connection, lists: Lists): AsyncIterable<EventChunk> {
  const done = await db.all(doneImports, {})
  const sieve = new Sieve(lists, await lists.known())
  for await (const rows of db.stream(columns.allEvidence, {})) {
    yield { ...NOTHING, evidence: await sieve.evidence(rows) }
  }
  for await (const rows of db.stream(columns.allStatuses, {})) yield { ...NOTHING, statuses: sieve.statuses(rows) }
  for await (const rows of db.stream(columns.allLinks, {})) yield { ...NOTHING, links: sieve.links(rows) }
  for await (const rows of db.stream(columns.allEventColumns, { done }))
    yield { ...NOTHING, events: await sieve.events(rows) }
  sieve.note()
}

export async function readColumnsOf(db: Connection, lists: Lists, wanted: readonly string[]): Promise<EventChunk> {
  const ids = [...new Set(wanted)]
  const done = await db.all(doneImports, {})
  const sieve = new Sieve(lists, await lists.known())
  const evidence = await sieve.evidence(await db.all(columns.evidenceById, { ids }))
  const statuses = sieve.statuses(await db.all(columns.statusesById, { ids }))
  const links = sieve.links(await db.all(columns.linksById, { ids }))
  const events = await sieve.events(await db.all(columns.eventColumnsById, { ids, done }))
  return { evidence, statuses, links, events }
}

/** Keeps what can be read. Parts go first: an event with a broken part goes with it. */
class Sieve {
  readonly #lists: Lists
  readonly #left = new LeftOut()
  /** Events with a broken part. */
  readonly #broken = new Map<string, Broken>()
  #known: Known
  #anew = false

  constructor(lists: Lists, known: Known) {
    this.#lists = lists
    this.#known = known
  }

  async evidence(rows: readonly Part<EvidenceTuple>[]): Promise<EvidenceTuple[]> {
    const kept = this.#parts(rows)
    const fault = ([, source, relayedFrom]: EvidenceTuple) =>
      faultOfNamed([{ source, relayedFrom }], this.#known.sources)
    if (kept.some((each) => fault(each) !== null)) await this.#look()
    return this.#parts(kept.map((each) => toPart(each, fault(each))))
  }

  statuses(rows: readonly Part<StatusTuple>[]): StatusTuple[] {
    return this.#parts(rows)
  }

  links(rows: readonly Part<readonly LinkTuple[]>[]): LinkTuple[] {
    return this.#parts(rows).flat()
  }

  async events(rows: readonly Part<EventTuple>[]): Promise<EventTuple[]> {
    const kept: EventTuple[] = []
    for (const row of rows) {
      if (!isBroken(row) && !this.#namesWell(row)) await this.#look()
      const broken = isBroken(row) ? row : (this.#broken.get(row[0]) ?? this.#toBroken(row))
      if (broken === null) kept.push(row as EventTuple)
      else this.#left.add(broken.what, broken.fault)
    }
    return kept
  }

  note(): void {
    this.#lists.unreadable.note('events', this.#left)
  }

  #parts<T extends readonly unknown[]>(rows: readonly Part<T>[]): T[] {
    const kept: T[] = []
    for (const row of rows) {
      if (!isBroken(row)) kept.push(row)
      else if (typeof row.event === 'string') this.#broken.set(row.event, row)
      else this.#left.add(row.what, row.fault)
    }
    return kept
  }

  #namesWell([, actor, target, , , , , , , , , , , collection]: EventTuple): boolean {
    const { refs, collections } = this.#known
    return refs.has(actor) && refs.has(target) && collections.has(collection)
  }

  #toBroken(row: EventTuple): Broken | null {
    if (this.#namesWell(row)) return null
    const [id, actor, target, , , , , , , , , , , collection] = row
    const { refs, idByRef, collections } = this.#known
    const stranger = [actor, target].find((ref) => !refs.has(ref))
    const fault =
      stranger === undefined ? among(collections, 'collection', collection) : names('actor', idByRef.get(stranger))
    return brokenPart(id, fault ?? '')
  }

  /** Once: what is named may have been written since the lists were read. */
  async #look(): Promise<void> {
    if (this.#anew) return
    this.#anew = true
    this.#known = await this.#lists.knownAnew()
  }
}

function toPart(tuple: EvidenceTuple, fault: string | null): Part<EvidenceTuple> {
  return fault === null ? tuple : brokenPart(tuple[0], fault)
}
