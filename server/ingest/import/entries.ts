import { compareCodePoints } from '../../domain/code-points.ts'
import type { ActorEntry, AffiliationRecord } from '../../domain/records.ts'
import { derivedAffiliationId, toStoreId } from '../case/ids.ts'
import type { KnownActor } from '../names/names.ts'

/** Gathers what a collection says of its actors: each once, again only where a greater spelling of its name comes. */
export class Entries {
  readonly #collection: string
  readonly #merged: ReadonlyMap<string, string>
  readonly #seen = new WeakSet<KnownActor>()
  readonly #names = new Map<string, string>()
  readonly #affiliated = new Set<string>()
  #actors = new Map<string, ActorEntry>()
  #affiliations: AffiliationRecord[] = []

  /** @param merged the actors that others are, by the others' ids. */
  constructor(collection: string, merged: ReadonlyMap<string, string>) {
    this.#collection = collection
    this.#merged = merged
  }

  /** Whom an actor counts as, after all merges. */
  idOf(actor: KnownActor): string {
    return this.#merged.get(actor.id) ?? actor.id
  }

  add(actor: KnownActor): void {
    if (this.#seen.has(actor)) return
    this.#seen.add(actor)
    const id = this.idOf(actor)
    const before = this.#names.get(id)
    if (before === undefined || compareCodePoints(actor.name, before) > 0) {
      this.#names.set(id, actor.name)
      this.#actors.set(id, toEntry(actor, id, this.#collection))
    }
    for (const { type, to } of actor.affiliations) {
      this.add(to)
      this.#affiliate(id, type, this.idOf(to))
    }
  }

  /** What came since it was taken last. */
  take(): { readonly actors: readonly ActorEntry[]; readonly affiliations: readonly AffiliationRecord[] } {
    const taken = { actors: [...this.#actors.values()], affiliations: this.#affiliations }
    this.#actors = new Map()
    this.#affiliations = []
    return taken
  }

  #affiliate(actor: string, type: AffiliationRecord['type'], to: string): void {
    if (actor === to) return
    const id = toStoreId(this.#collection, derivedAffiliationId(actor, type, to))
    if (this.#affiliated.has(id)) return
    this.#affiliated.add(id)
    const unsaid = { role: null, since: null, until: null, evidence: [] }
    this.#affiliations.push({ id, collection: this.#collection, type, actor, to, ...unsaid })
  }
}

function toEntry(actor: KnownActor, id: string, collection: string): ActorEntry {
  const { kind, name, article, aliases, unspecified } = actor
  return { actor: id, collection, kind, name, article, aliases, description: null, unspecified }
}

/** Whom each merged actor counts as in the end. */
export function lastOfMerges(merges: readonly { readonly from: string; readonly into: string }[]): Map<string, string> {
  const into = new Map(merges.map((each) => [each.from, each.into]))
  return new Map([...into.keys()].map((from) => [from, endOf(into, from)]))
}

function endOf(into: ReadonlyMap<string, string>, from: string): string {
  const passed = new Set<string>()
  let at = from
  for (let next = into.get(at); next !== undefined && !passed.has(next); next = into.get(at)) {
    passed.add(next)
    at = next
  }
  return at
}
