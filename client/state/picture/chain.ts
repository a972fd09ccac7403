import type { ActorName, AffiliationType, Network } from '../types.ts'
import { isKnown, ROLLS_UP } from './roll-up.ts'

/** One step upward: through which affiliation an actor comes to the next. */
export interface ChainStep {
  readonly affiliation: string
  readonly type: AffiliationType
  readonly from: ActorName
  readonly to: ActorName
}

/** How an actor rolls up to its top, step by step; empty where it is a top itself, or where nothing was known of it on the day. */
export function chainOf(network: Network, actor: string): readonly ChainStep[] {
  const byId = new Map(network.actors.nodes.map((each) => [each.id, each]))
  const top = byId.get(actor)?.top.id
  const walk = (id: string, seen: ReadonlySet<string>): readonly ChainStep[] | null => {
    if (id === top) return []
    const from = byId.get(id)
    if (!from || seen.has(id)) return null
    for (const step of from.affiliations) {
      const to = byId.get(step.to.id) ?? (from.top.id === step.to.id ? from.top : null)
      if (!to || !ROLLS_UP.has(step.type) || !isKnown(network, step)) continue
      const rest = walk(to.id, new Set(seen).add(id))
      if (rest) return [{ affiliation: step.id, type: step.type, from, to }, ...rest]
    }
    return null
  }
  return (top !== undefined && walk(actor, new Set())) || []
}
