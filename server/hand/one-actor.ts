import type { Merge } from '../store/graph-store.ts'

/** Whom an id means while merges stand: itself, or the actor that it was merged into, and so on. */
export function meantActor(merges: readonly Pick<Merge, 'from' | 'into'>[], id: string): string {
  const into = new Map(merges.map((each) => [each.from, each.into]))
  const seen = new Set<string>()
  let meant = id
  for (let next = into.get(meant); next !== undefined && !seen.has(next); next = into.get(meant)) {
    seen.add(next)
    meant = next
  }
  return meant
}
