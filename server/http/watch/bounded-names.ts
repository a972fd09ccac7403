/** What stands for every name beyond the limit. */
export const OTHER = 'other'

/**
 * Lets through names that are known and the first few others; each further one becomes `other`. What is counted by name thus stays
 * small, whatever clients make up.
 */
export function boundedNames(known: Iterable<string>, most: number): (name: string) => string {
  const held = new Set(known)
  const limit = held.size + most
  return (name) => {
    if (held.has(name)) return name
    if (held.size >= limit) return OTHER
    held.add(name)
    return name
  }
}
