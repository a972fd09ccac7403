import { firstDay, lastDay } from '../../domain/edtf.ts'
import type { Draft } from './draft.ts'
import { Parents, toRises, turningDays } from './parents.ts'
import type { Problems } from './problem.ts'

/** Affiliations tie two actors, end after they begin, and lead every actor to one top on every day. */
export function checkAffiliations(draft: Draft, problems: Problems): void {
  const affiliations = draft.affiliations ?? []
  const { places } = draft
  for (const affiliation of affiliations) {
    const { actor, to, since, until } = affiliation
    if (actor !== undefined && actor === to) {
      problems.add(
        places.of(affiliation, 'to'),
        `"${to}" is affiliated to itself. Write another actor in one of the two places.`,
      )
    }
    if (since && until && lastDay(until) < firstDay(since)) {
      problems.add(
        places.of(affiliation, 'until'),
        `This ends (${until}) before it begins (${since}). Exchange the two or correct one.`,
      )
    }
  }
  checkTops(draft, problems)
}

/** On each day from which on another set of affiliations holds; each fault is told once. */
function checkTops(draft: Draft, problems: Problems): void {
  const affiliations = draft.affiliations ?? []
  const rises = toRises(affiliations).filter(({ actor, to }) => actor !== to)
  const told = new Set<string>()
  const tell = (key: string, index: number, says: string): void => {
    const affiliation = affiliations[index]
    if (!affiliation || told.has(key)) return
    told.add(key)
    problems.add(draft.places.of(affiliation, 'to'), says)
  }
  for (const day of turningDays(rises)) {
    const parents = new Parents(rises, day)
    for (const { closing, actors } of parents.cycles()) {
      const way = [...actors, actors[0]].join(' → ')
      tell(
        `cycle ${[...actors].sort().join(' ')}`,
        closing.index,
        `These affiliations go round in a circle: ${way}. Take one of them away or date them apart.`,
      )
    }
    for (const actor of parents.actors()) {
      const above = parents.of(actor)
      const tops = above.map(({ to }) => parents.tops(to))
      // An actor whose parent already has several is no second fault.
      if (new Set(tops.flatMap((each) => [...each])).size < 2 || tops.some((each) => each.size > 1)) continue
      const last = above.at(-1)
      if (!last) continue
      const names = above.map(({ to }, i) => `${to} (top: ${[...(tops[i] ?? [])].join()})`).join(' and ')
      tell(
        `tops ${actor}`,
        last.index,
        `"${actor}" stands below ${names}, and an actor has one top. Take one affiliation away, date them apart, or make one MEMBER_OF.`,
      )
    }
  }
}
