import type { Draft } from './draft.ts'
import type { Known } from './known.ts'
import type { EventDraft } from './layout.ts'
import { Parents, rollUpDay, toRises, type Rise } from './parents.ts'
import type { Problems } from './problem.ts'

/** Who may end what. */
const LINKS = [
  { field: 'breaks', of: 'SUSPENSION', ends: 'COOPERATION' },
  { field: 'restores', of: 'COOPERATION', ends: 'SUSPENSION' },
] as const

/** A suspension ends cooperation, a cooperation ends suspensions, between the same two actors, at least at top level. */
export function checkLinks(draft: Draft, known: Known, problems: Problems): void {
  const rises = draft.affiliations && toRises(draft.affiliations)
  for (const event of draft.events ?? []) {
    for (const { field, of, ends } of LINKS) {
      const links = event[field]
      if (!links || links.length === 0) continue
      if (event.kind !== undefined && event.kind !== of) {
        problems.add(
          draft.places.of(event, field),
          `Only a ${of} has ${field}, and this is a ${event.kind}. Take ${field} away or correct the kind.`,
        )
        continue
      }
      for (const [index, id] of links.entries()) {
        const other = id === undefined ? undefined : known.events?.get(id)
        const fault = other && misfit(event, other, ends, known, rises)
        if (fault) problems.add(draft.places.of(links, index), `"${id}" cannot stand in ${field}: ${fault}`)
      }
    }
  }
}

function misfit(
  event: EventDraft,
  other: EventDraft,
  wanted: string,
  known: Known,
  rises: readonly Rise[] | null,
): string | null {
  if (other.kind !== undefined && other.kind !== wanted) {
    return `it is a ${other.kind}. Name a ${wanted}.`
  }
  // Whoever is unknown or acts toward itself is a fault of its own.
  const ends = [event.actor, event.target, other.actor, other.target]
  if (ends.some((id) => id === undefined || known.actors?.has(id) === false)) return null
  if (event.actor === event.target || other.actor === other.target) return null
  for (const end of ['actor', 'target'] as const) {
    const mine = event[end]
    const its = other[end]
    if (!mine || !its || mine === its || !rises) continue
    const myTops = topsOf(mine, event, rises)
    const itsTops = topsOf(its, other, rises)
    // Several tops, or none, are a fault of the affiliations.
    if (myTops?.size !== 1 || itsTops?.size !== 1 || [...myTops][0] === [...itsTops][0]) continue
    return `its ${end} is ${its}, that of this event ${mine}, and the two share no top. Name an event between the same actors.`
  }
  return null
}

function topsOf(actor: string, event: EventDraft, rises: readonly Rise[]): ReadonlySet<string> | null {
  const day = event.occurred === undefined ? null : rollUpDay(event.occurred)
  return day === null ? null : new Parents(rises, day).tops(actor)
}
