import type { ActorIndex } from '../domain/snapshot.ts'
import type { View } from '../domain/view.ts'

/** `<actor>><target>`: names an ordered pair. */
export function pairId(view: View, actor: ActorIndex, target: ActorIndex): string {
  const { actors } = view.snapshot
  return `${actors[actor]?.id ?? ''}>${actors[target]?.id ?? ''}`
}
