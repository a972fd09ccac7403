import { fold, rankNames, withoutArticle } from '../domain/search.ts'
import type { Actor, Snapshot } from '../domain/snapshot.ts'
import { UsageError } from './usage-error.ts'

/** Candidates that are listed where a name does not lead to one actor. */
const MOST_LISTED = 8

/**
 * The id of the actor that is meant by an id, a name or another name, however its accents, case and dots are written. Where none is
 * called just so, the person whose name has every word typed: a surname is enough, a word out of any other name is not.
 * @param option as it was typed, for the sentence.
 * @throws UsageError that lists the candidates, where there is none or more than one.
 */
export function actorId(snapshot: Snapshot, option: string, typed: string): string {
  const meant = calledSo(snapshot.actors, typed)
  if (meant.length === 1 && meant[0]) return meant[0].id
  if (meant.length > 1) {
    throw new UsageError(`${option} "${typed}" may be any of these; give an id or a whole name:${listed(meant)}`)
  }
  const near = nearTo(snapshot, typed)
  const help = near.length > 0 ? `. These come near:${listed(near)}` : ', and nobody whose name comes near.'
  throw new UsageError(`${option}: there is no actor called "${typed}"${help}`)
}

function calledSo(actors: readonly Actor[], typed: string): readonly Actor[] {
  const folded = new Set([typed, withoutArticle(typed)].map(fold))
  const words = fold(typed).split(' ')
  if (folded.has('')) return []
  const hasAllWords = (name: string) => words.every((word) => fold(name).split(' ').includes(word))
  const byId = actors.filter((actor) => actor.id === typed)
  if (byId.length > 0) return byId
  const exact = actors.filter((actor) => namesOf(actor).some((name) => folded.has(fold(name))))
  if (exact.length > 0) return exact
  return actors.filter((actor) => actor.kind === 'PERSON' && hasAllWords(actor.name))
}

function nearTo({ actors, actorIndex }: Snapshot, typed: string): readonly Actor[] {
  const names = actors.flatMap((actor) => namesOf(actor).map((name) => ({ actor: actor.id, name })))
  const nameOf = (id: string) => actors[actorIndex.get(id) ?? -1]?.name ?? ''
  return rankNames(typed, names, nameOf).flatMap(({ actor }) => actors[actorIndex.get(actor) ?? -1] ?? [])
}

function namesOf(actor: Actor): readonly string[] {
  return [actor.name, ...actor.aliases, actor.id]
}

function listed(actors: readonly Actor[]): string {
  const lines = actors.slice(0, MOST_LISTED).map((actor) => {
    const others = actor.aliases.length > 0 ? ` (${actor.aliases.slice(0, 4).join(', ')})` : ''
    return `\n  ${actor.id}: ${actor.name}${others}`
  })
  const more = actors.length - MOST_LISTED
  return `${lines.join('')}${more > 0 ? `\n  and ${more} more` : ''}`
}
