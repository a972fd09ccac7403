import type { Actor } from '../snapshot.ts'

/** The name inside a sentence: `the United States`. */
export function nameInSentence(actor: Pick<Actor, 'name' | 'article'> | undefined): string {
  if (!actor) return 'an actor that is no longer here'
  return actor.article ? `the ${actor.name}` : actor.name
}

/** `is` or `are`: groups that are named in the plural (Legal experts, Targets in Colombia) take `are`. */
export function isOrAre(actor: Pick<Actor, 'name' | 'kind'> | undefined): 'is' | 'are' {
  if (actor?.kind !== 'GROUP') return 'is'
  const words = actor.name.split(/\s+/)
  return [words[0], words.at(-1)].some((word) => /[^s]s$/i.test(word ?? '')) ? 'are' : 'is'
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
