/** How ids are written in the files of a case: lower-case letters, digits and hyphens, a letter or digit first. */
export const ID_PATTERN = '^[a-z0-9][a-z0-9-]*$'
/** Characters of an id. */
export const LONGEST_ID = 100

/** The id of an affiliation without one of its own: `southcom-part-of-department-of-defense`. */
export function derivedAffiliationId(actor: string, type: string, to: string): string {
  return `${actor}-${type.toLowerCase().replaceAll('_', '-')}-${to}`
}

/** The id of an affiliation inside its case; undefined where a part that it is made of is missing. */
export function affiliationId(affiliation: {
  readonly id: string | null | undefined
  readonly actor: string | undefined
  readonly type: string | undefined
  readonly to: string | undefined
}): string | undefined {
  const { id, actor, type, to } = affiliation
  if (id !== null) return id
  return actor && type && to ? derivedAffiliationId(actor, type, to) : undefined
}

/** Ids of the store are those of the files with the case in front: `caribbean-strikes-2025/uk-suspends-intelligence`. */
export function toStoreId(collection: string, id: string): string {
  return `${collection}/${id}`
}

/** The id inside its case; the whole id where it belongs to another collection. */
export function toFileId(collection: string, id: string): string {
  return id.startsWith(`${collection}/`) ? id.slice(collection.length + 1) : id
}
