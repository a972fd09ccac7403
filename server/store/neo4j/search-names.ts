import { fold, matchesName } from '../../domain/search.ts'
import type { NameCandidate } from '../graph-store.ts'
import { leastShared, toGrams } from '../letter-pairs.ts'
import { keysHidden } from './hidden.ts'
import { namesLike, namesNear } from './queries/name-candidates.ts'
import type { Connection } from './run.ts'
import { hasNear, toInsideExpression, toNearExpression } from './search-terms.ts'

/** Names that match, the best first; near misses are looked for only while there is room. Blank finds nothing. */
export async function searchNames(db: Connection, text: string, limit: number): Promise<NameCandidate[]> {
  const typed = fold(text)
  if (typed === '' || limit <= 0) return []
  const words = [...new Set(typed.split(' '))]
  const hidden = [...(await keysHidden(db))]
  const like = await db.all(namesLike, { expression: toInsideExpression(typed), typed, words, limit, hidden })
  if (like.length >= limit || !hasNear(typed)) return like
  const grams = toGrams(typed)
  const found = new Set(like.map(key))
  const least = leastShared(typed, grams)
  const near = await db.all(namesNear, { expression: toNearExpression(typed), grams, least, hidden })
  const closer = near.filter(({ candidate, folded }) => !found.has(key(candidate)) && matchesName(typed, folded))
  return [...like, ...closer.slice(0, limit - like.length).map(({ candidate }) => candidate)]
}

function key({ actor, name, collection }: NameCandidate): string {
  return JSON.stringify([actor, name, collection])
}
