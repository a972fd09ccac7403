/** Whether what is held says the same as what is given: plain values, lists and objects; properties that are not held do not count. */
export function isSame(held: unknown, given: unknown): boolean {
  if (held === given) return true
  if (typeof held !== 'object' || typeof given !== 'object' || held === null || given === null) return false
  if (Array.isArray(held)) {
    return (
      Array.isArray(given) && held.length === given.length && held.every((value, index) => isSame(value, given[index]))
    )
  }
  const other = given as Readonly<Record<string, unknown>>
  return Object.entries(held).every(([key, value]) => isSame(value, other[key]))
}

/** Whether every text inside is well-formed Unicode: no half of a surrogate pair, which would come back as another character. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  for (const part of Object.values(value)) if (!isWellFormed(part)) return false
  return true
}
