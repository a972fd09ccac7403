import { fold, matchesName, tolerance } from '../../domain/search.ts'
import type { NameCandidate } from '../graph-store.ts'
import { leastShared, toGrams } from '../letter-pairs.ts'
import type { Connection } from './connection.ts'
import { namesLike, namesLikeShort, namesNear } from './queries/name-candidates.ts'
import { toPartExpression, toWordsExpression } from './search-terms.ts'
import { list } from './sql.ts'

/** Letters from which on parts of names are indexed. */
const PART = 3

/** Names that match, the best first; near misses are looked for only while there is room. Blank finds nothing. */
export function searchNames(db: Connection, text: string, limit: number): NameCandidate[] {
  const typed = fold(text)
  if (typed === '' || limit <= 0) return []
  if ([...typed].length < PART) return db.all(namesLikeShort, { typed, limit })
  const words = toWordsExpression(typed)
  const like = db.all(namesLike, { typed, words, part: toPartExpression(typed), limit })
  if (like.length >= limit || tolerance(typed) === 0) return like
  const grams = toGrams(typed)
  const found = new Set(like.map(key))
  const near = db
    .all(namesNear, { grams: list(grams), least: leastShared(typed, grams) })
    .filter(({ candidate, folded }) => !found.has(key(candidate)) && matchesName(typed, folded))
  return [...like, ...near.slice(0, limit - like.length).map(({ candidate }) => candidate)]
}

function key({ actor, name, collection }: NameCandidate): string {
  return JSON.stringify([actor, name, collection])
}
