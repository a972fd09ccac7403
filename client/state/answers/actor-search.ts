import { atom } from 'nanostores'
import { SLOT_ACTORS } from '../../api/documents/answers.ts'
import { request } from '../../api/request.ts'
import type { Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'
import type { ActorMatch } from '../types.ts'

/** Actors that were found for a slot. */
export const $slotActors = atom<Loaded<readonly ActorMatch[]>>({ state: 'idle' })
const loader = new Loader($slotActors)

/** Looks for actors by any of their names; an empty text finds nobody. */
export function findActors(text: string): void {
  if (text.trim() === '') loader.clear()
  else loader.load(text, async (signal) => (await request(SLOT_ACTORS, { text }, signal)).search)
}
