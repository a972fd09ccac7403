import { actorId, edgeId } from './elements.ts'
import type { Item } from './item.ts'
import type { KeyboardPlace } from './navigation.ts'
import type { Scene } from './scene.ts'

/** The id of the element that the keyboard is on. */
export function elementAt({ actor, line }: KeyboardPlace): string {
  return line === null ? actorId(actor) : edgeId(line)
}

/** The item that the keyboard is on. */
export function itemAt({ lines }: Scene, { actor, line }: KeyboardPlace): Item {
  if (line === null) return { what: 'actor', id: actor }
  const strand = lines.find(({ id }) => id === line)?.strand
  return strand?.event ? { what: 'event', id: strand.event } : { what: 'line', id: strand?.line ?? line }
}
