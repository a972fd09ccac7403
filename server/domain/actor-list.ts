import { ascending, pageOf, type Page } from './page.ts'
import { fold, matchesName } from './search.ts'
import type { Actor } from './snapshot.ts'
import type { ActorKind } from './words.ts'

/** ActorFilter in the domain's terms. What is left out, and an empty list, does not narrow. */
export interface ActorCriteria {
  readonly kinds?: readonly ActorKind[]
  /** Indexes of collections, one of which names the actor. */
  readonly collections?: readonly number[]
  /** As in `rankNames`; blank finds nothing. */
  readonly text?: string
}

const BY_NAME = ascending<Actor>('actors', ['string', 'string'], (actor) => [actor.name, actor.id])

/** Actors that meet the criteria, in the order given. */
export function selectActors(actors: readonly Actor[], criteria: ActorCriteria): Actor[] {
  const { kinds = [], collections = [], text } = criteria
  const typed = text === undefined ? null : fold(text)
  return actors.filter(
    (actor) =>
      (kinds.length === 0 || kinds.includes(actor.kind)) &&
      (collections.length === 0 || collections.some((collection) => actor.collections.includes(collection))) &&
      (typed === null || foldedNames(actor).some((name) => matchesName(typed, name))),
  )
}

/**
 * A page of actors by name, then id.
 * @param actors in any order. @param after null: from the beginning.
 * @throws CursorError
 */
export function pageOfActors(actors: Iterable<Actor>, first: number, after: string | null): Page<Actor> {
  return pageOf(actors, BY_NAME, first, after)
}

const folded = new WeakMap<Actor, readonly string[]>()

/** Kept, because folding every name anew would take most of the time of a question. */
function foldedNames(actor: Actor): readonly string[] {
  let names = folded.get(actor)
  if (!names) folded.set(actor, (names = [actor.name, ...actor.aliases].map(fold)))
  return names
}
