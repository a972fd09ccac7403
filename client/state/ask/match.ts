import { folded } from '../answers/narrow.ts'
import type { ActorName } from '../types.ts'

/** An actor that a text may mean; `ties` is null while nobody has counted them. */
export interface Match {
  readonly actor: ActorName
  /** The name or alias that matched. */
  readonly matched: string
  readonly ties: number | null
}

/**
 * Actors of the page itself whose names match, best first: those that begin with the text, then those in which a word does. What the
 * server finds, aliases and near misses among it, takes their place.
 */
export function matchNames(text: string, names: Iterable<ActorName>): readonly Match[] {
  const typed = folded(text).join(' ')
  if (typed === '') return []
  const ranked = [...names].flatMap((actor) => {
    const name = folded(actor.name).join(' ')
    const rank = name === typed ? 0 : name.startsWith(typed) ? 1 : ` ${name}`.includes(` ${typed}`) ? 2 : 3
    return rank < 3 ? [{ rank, actor }] : []
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.actor.name.localeCompare(b.actor.name))
    .map(({ actor }) => ({ actor, matched: actor.name, ties: null }))
}

/** Of those that match equally well the one with most ties comes first: whole names, then beginnings of names, then the rest as found. */
export function inOrder(matches: readonly Match[], text: string, ties: ReadonlyMap<string, number>): readonly Match[] {
  const typed = folded(text).join(' ')
  const rank = ({ actor, matched }: Match) => {
    if (folded(matched).join(' ') === typed) return 0
    return folded(actor.name).join(' ').startsWith(typed) ? 1 : 2
  }
  const tiesOf = (match: Match) => (rank(match) === 1 ? (ties.get(match.actor.id) ?? 0) : 0)
  return matches.toSorted((a, b) => rank(a) - rank(b) || tiesOf(b) - tiesOf(a))
}

/** The one actor whose whole name was typed, with or without its article. */
export function namedExactly(text: string, names: Iterable<ActorName>): ActorName | null {
  const typed = folded(text).join(' ')
  for (const actor of names) {
    if ([actor.name, actor.nameInSentence].some((name) => folded(name).join(' ') === typed)) return actor
  }
  return null
}

/** A name in three pieces: before what was typed, what was typed, and after it. Nothing is in the middle where it stands nowhere. */
export function splitName(name: string, text: string): readonly [string, string, string] {
  const typed = text.trim()
  const at = typed === '' ? -1 : name.toLowerCase().indexOf(typed.toLowerCase())
  if (at < 0) return [name, '', '']
  return [name.slice(0, at), name.slice(at, at + typed.length), name.slice(at + typed.length)]
}
