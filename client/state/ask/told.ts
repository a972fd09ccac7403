import { kindsOfPattern, type Pattern } from './patterns.ts'
import type { ActorName, Network, Question } from '../types.ts'
import { count } from '../words/dates.ts'
import { ACTOR_KIND_WORDS } from '../words/words.ts'
import type { Finished } from './finished.ts'
import type { Match } from './match.ts'

/** How many ties each actor of a network has. */
export function tiesByActor(network: Network | null): ReadonlyMap<string, number> {
  const ties = new Map<string, number>()
  for (const { actor, target } of network?.ties.items ?? []) {
    for (const { id } of [actor, target]) ties.set(id, (ties.get(id) ?? 0) + 1)
  }
  return ties
}

/** Actors with ties, those with most first. */
export function actorsByTies(network: Network | null, names: ReadonlyMap<string, ActorName>): readonly ActorName[] {
  const ties = [...tiesByActor(network)].toSorted(([, a], [, b]) => b - a)
  return ties.flatMap(([id]) => names.get(id) ?? [])
}

/** Scopes of the events of a question's kinds, each once, in the order of the list. */
export function scopesOf(network: Network | null, pattern: Pattern | null): readonly string[] {
  const kinds = pattern ? kindsOfPattern(pattern) : []
  const events = network?.events.nodes.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)) ?? []
  return [...new Set(events.flatMap(({ scope }) => scope ?? []))]
}

/** How many actors roll up to one. */
export function partsOf(owner: string, network: Network | null): number {
  return network?.actors.nodes.filter(({ id, top }) => top.id === owner && id !== owner).length ?? 0
}

/** `state, 7 parts`; `not here` where the picture has nobody of that name */
export function actorNote({ actor }: Match, network: Network | null): string {
  const kind = ACTOR_KIND_WORDS[actor.kind].toLowerCase()
  const nodes = network?.actors.nodes ?? []
  if (network && !nodes.some(({ id }) => id === actor.id)) return `${kind}, not here`
  const parts = partsOf(actor.id, network)
  return parts === 0 ? kind : `${kind}, ${count(parts, 'part')}`
}

/** `10 ties` */
export function tieWords({ ties }: Match): string | null {
  if (ties === null) return null
  return ties === 0 ? 'no ties of its own' : count(ties, 'tie')
}

/** `2 actors`, `none` */
export function tailWords(finished: Finished, number: number): string {
  if (finished.what === 'changes') return number === 0 ? 'nothing more known' : `${number} more known`
  const { kind, toward } = finished.ask
  if (kind === 'KNOWN_ON') return number === 0 ? 'nothing known' : `${number} known`
  if (number === 0) return 'none'
  if (kind === 'DISTANCING' || kind === 'MOVED_FIRST') return count(number, toward === null ? 'row' : 'actor')
  if (kind === 'CONNECTION') return count(number, 'way')
  return count(number, kind === 'SINGLE_ORIGIN' ? 'claim' : 'event')
}

/** What a pattern is good for here: how much there is of its kind, or whom a prepared question names. */
export function exampleWords(
  { kind }: Pattern,
  network: Network | null,
  questions: readonly Question[],
): string | null {
  const stats = network?.stats
  const ofKind = (wanted: string) => stats?.byKind.find((each) => each.kind === wanted)?.events ?? 0
  if (stats && kind === 'CONDEMNATION') return count(ofKind('CONDEMNATION'), 'event')
  if (stats && kind === 'SINGLE_ORIGIN') return count(stats.singleOrigin, 'claim')
  const prepared = questions.find((each) => each.kind === kind && each.by && each.toward)
  if (!prepared?.by || !prepared.toward) return null
  return `${prepared.by.name} ${kind === 'COOPERATION' ? 'with' : 'to'} ${prepared.toward.name}`
}
