import { compareCodePoints } from '../domain/code-points.ts'
import { nameOrder } from '../domain/names.ts'
import type { ActorIndex, Affiliation } from '../domain/snapshot.ts'
import type { View } from '../domain/view.ts'
import { AFFILIATION_TYPES } from '../domain/words.ts'
import type { AffiliationModel } from './models.ts'

type ByActor = ReadonlyMap<ActorIndex, readonly AffiliationModel[]>

const known = new WeakMap<View, { readonly of: ByActor; readonly to: ByActor }>()

/** What an actor belongs to, represents, leads or is based in: by type, then by name. */
export function affiliationsOf(view: View, actor: ActorIndex): readonly AffiliationModel[] {
  return brought(view).of.get(actor) ?? []
}

/** Those that belong to an actor, represent or lead it, or are based in it: by type, then by name. */
export function affiliatesOf(view: View, actor: ActorIndex): readonly AffiliationModel[] {
  return brought(view).to.get(actor) ?? []
}

/** All of a view brought together once, so that a list of actors costs no more than one. */
function brought(view: View) {
  let found = known.get(view)
  if (!found) known.set(view, (found = { of: byActor(view, 'actor', 'to'), to: byActor(view, 'to', 'actor') }))
  return found
}

function byActor(view: View, here: 'actor' | 'to', there: 'actor' | 'to'): ByActor {
  const { byNameAndId } = nameOrder(view.snapshot.actors)
  const place = (each: Affiliation) => byNameAndId[each[there]] ?? 0
  const sorted = view.rollUp
    .affiliations()
    .toSorted(
      (a, b) =>
        AFFILIATION_TYPES.indexOf(a.type) - AFFILIATION_TYPES.indexOf(b.type) ||
        place(a) - place(b) ||
        compareCodePoints(a.id, b.id),
    )
  return Map.groupBy(
    sorted.map((affiliation) => ({ view, affiliation })),
    ({ affiliation }) => affiliation[here],
  )
}
