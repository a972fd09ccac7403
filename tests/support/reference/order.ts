/** Negative, 0 or positive by Unicode code point. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a].map((letter) => letter.codePointAt(0) ?? 0)
  const right = [...b].map((letter) => letter.codePointAt(0) ?? 0)
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** The first comparison that tells two things apart. */
export function firstOf(...comparisons: number[]): number {
  return comparisons.find((comparison) => comparison !== 0) ?? 0
}

/** The items by a key, in the order in which the keys first came. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

/** Each value once, sorted. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodePoint)
}
