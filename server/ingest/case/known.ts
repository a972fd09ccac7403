import type { Draft } from './draft.ts'
import type { ActorDraft, EventDraft, SourceDraft } from './layout.ts'
import { nearest } from './nearest.ts'
import type { Problems } from './problem.ts'

/** What the ids of a case mean. A list is null where its file could not be read: then no id is called unknown. */
export interface Known {
  readonly actors: ReadonlyMap<string, ActorDraft> | null
  readonly sources: ReadonlyMap<string, SourceDraft> | null
  readonly events: ReadonlyMap<string, EventDraft> | null
}

export function toKnown(draft: Draft): Known {
  return { actors: byId(draft.actors), sources: byId(draft.sources), events: byId(draft.events) }
}

/** Tells of references to what is not in the case. */
export class ReferenceCheck {
  readonly #draft: Draft
  readonly #known: Known
  readonly #problems: Problems
  /** Ids by every name that an actor has, in lower case. */
  readonly #actorsByName = new Map<string, string>()

  constructor(draft: Draft, known: Known, problems: Problems) {
    this.#draft = draft
    this.#known = known
    this.#problems = problems
    for (const { id, name, aliases } of draft.actors ?? []) {
      if (id === undefined) continue
      for (const each of [name, ...(aliases ?? [])]) if (each) this.#actorsByName.set(each.toLowerCase(), id)
    }
  }

  actor(id: string | null | undefined, owner: object, key: string | number): void {
    this.#check(id, owner, key, 'actor', this.#known.actors)
  }

  source(id: string | null | undefined, owner: object, key: string | number): void {
    this.#check(id, owner, key, 'source', this.#known.sources)
  }

  event(id: string | null | undefined, owner: object, key: string | number): void {
    this.#check(id, owner, key, 'event', this.#known.events)
  }

  #check(
    id: string | null | undefined,
    owner: object,
    key: string | number,
    what: 'actor' | 'source' | 'event',
    known: ReadonlyMap<string, unknown> | null,
  ): void {
    if (typeof id !== 'string' || !known || known.has(id)) return
    const named = what === 'actor' ? this.#actorsByName.get(id.toLowerCase()) : undefined
    const near = named ?? nearest(id, known.keys())
    const { places, terms } = this.#draft
    this.#problems.add(places.of(owner, key), `No ${what} has the id "${id}". ${terms.unknown(what, near)}`)
  }
}

/** Those items that could be read. */
export function defined<T>(items: readonly (T | undefined)[] | null | undefined): readonly T[] {
  return (items ?? []).filter((item) => item !== undefined)
}

function byId<T extends { readonly id: string | undefined }>(
  records: readonly T[] | null,
): ReadonlyMap<string, T> | null {
  if (!records) return null
  const map = new Map<string, T>()
  for (const record of records) if (record.id !== undefined && !map.has(record.id)) map.set(record.id, record)
  return map
}
