import { compareCodePoints } from '../../domain/code-points.ts'
import type { ActorEntry, AffiliationRecord } from '../../domain/records.ts'
import { derivedAffiliationId, toStoreId } from '../case/ids.ts'
import type { KnownActor, KnownAffiliation } from '../names/names.ts'

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
    for (const affiliation of actor.affiliations) {
      this.add(affiliation.to)
      this.#affiliate(id, affiliation, this.idOf(affiliation.to))
    }
  }

  /** What came since it was taken last. */
  take(): { readonly actors: readonly ActorEntry[]; readonly affiliations: readonly AffiliationRecord[] } {
    const taken = { actors: [...this.#actors.values()], affiliations: this.#affiliations }
    this.#actors = new Map()
    this.#affiliations = []
    return taken
  }

  #affiliate(actor: string, { type, role, since, until }: KnownAffiliation, to: string): void {
    if (actor === to) return
    const spell = since === undefined ? '' : `-${since}`
    const id = toStoreId(this.#collection, derivedAffiliationId(actor, type, to) + spell)
    if (this.#affiliated.has(id)) return
    this.#affiliated.add(id)
    const said = { role: role ?? null, since: since ?? null, until: until ?? null, evidence: [] }
    this.#affiliations.push({ id, collection: this.#collection, type, actor, to, ...said })
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
