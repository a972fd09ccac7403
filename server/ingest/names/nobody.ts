import type { KnownActor } from './names.ts'
import { newActor } from './new-actor.ts'

/** Nobody in particular, under the words that the row has for it. */
export function nobody(name: string): KnownActor {
  return { ...newActor(name), kind: 'GROUP', unspecified: true }
}
