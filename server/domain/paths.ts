import { adjacencyOf } from './adjacency.ts'
import { nameOrder } from './names.ts'
import { PathSearch, type Way } from './path-search.ts'
import type { ActorIndex, Affiliation } from './snapshot.ts'
import type { Tie } from './ties.ts'
import type { View } from './view.ts'

/** A way from one actor to another that meets nobody twice. */
export interface Path {
  readonly steps: readonly PathStep[]
  /** Steps. */
  readonly length: number
  /** Events along it. */
  readonly events: number
}

export interface PathStep {
  readonly from: ActorIndex
  readonly to: ActorIndex
  /** In either direction. */
  readonly ties: readonly Tie[]
  /** In either direction. */
  readonly affiliations: readonly Affiliation[]
}

export interface PathList {
  /** Shortest first, then most events along it, then by the names along it. */
  readonly items: readonly Path[]
  /** Found; counting stops at MOST_PATHS. */
  readonly total: number
  /** There are, or may be, more than `items`. */
  readonly truncated: boolean
}

export interface PathOptions {
  readonly from: ActorIndex
  readonly to: ActorIndex
  /** Whether visible affiliations, of every type, are steps too. */
  readonly affiliations: boolean
  /** Most steps. */
  readonly maxLength: number
  /** Most paths. */
  readonly first: number
}

/** Ways from one actor to another, each step in either direction. None from an actor to itself. */
export function paths(view: View, ties: readonly Tie[], options: PathOptions): PathList {
  const { from, to, maxLength, first } = options
  if (from === to) return { items: [], total: 0, truncated: false }
  const { actors } = view.snapshot
  const affiliations = options.affiliations ? view.rollUp.affiliations() : []
  const near = adjacencyOf(actors.length, ties, affiliations)
  const search = new PathSearch(near, nameOrder(actors), options)
  for (let length = 1; length <= maxLength && !search.isOver; length++) search.walk(length)
  return {
    items: toPaths(search.best.slice(0, first), ties, affiliations, actors.length),
    total: search.total,
    truncated: search.total > first || search.isCut,
  }
}

function toPaths(
  ways: readonly Way[],
  ties: readonly Tie[],
  affiliations: readonly Affiliation[],
  actors: number,
): Path[] {
  const keyOf = (a: ActorIndex, b: ActorIndex) => Math.min(a, b) * actors + Math.max(a, b)
  const between = new Map<number, { ties: Tie[]; affiliations: Affiliation[] }>()
  const steps = ways.map(({ actors: along }) =>
    along.slice(1).map((to, i) => {
      const from = along[i] as ActorIndex
      const key = keyOf(from, to)
      const links = between.get(key) ?? { ties: [], affiliations: [] }
      between.set(key, links)
      return { from, to, ...links }
    }),
  )
  for (const tie of ties) between.get(keyOf(tie.actor, tie.target))?.ties.push(tie)
  for (const each of affiliations) between.get(keyOf(each.actor, each.to))?.affiliations.push(each)
  return ways.map(({ events }, i) => ({ steps: steps[i] ?? [], length: steps[i]?.length ?? 0, events }))
}
