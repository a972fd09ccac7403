import { parseKey, type RecordKey, type RecordKind } from '../domain/record-key.ts'

/** Keys by what they name: ids, of actors' entries pairs of actor and collection. */
export interface KeysByKind {
  readonly collection: readonly string[]
  readonly source: readonly string[]
  readonly affiliation: readonly string[]
  readonly actor: readonly (readonly [actor: string, collection: string])[]
}

export function byKind(keys: readonly RecordKey[]): KeysByKind {
  const parsed = keys.map(parseKey)
  const ids = (wanted: RecordKind): string[] => parsed.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  return {
    collection: ids('collection'),
    source: ids('source'),
    affiliation: ids('affiliation'),
    actor: parsed.filter(({ kind }) => kind === 'actor').map(({ id, collection }) => [id, collection]),
  }
}
