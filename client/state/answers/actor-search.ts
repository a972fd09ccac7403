import { atom } from 'nanostores'
import { SLOT_ACTORS } from '../../api/documents/answers.ts'
import { request } from '../../api/request.ts'
import { hold } from '../held.ts'
import { latest, type Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'
import type { ActorMatch } from '../types.ts'

/** Actors that were found for a text. */
export interface FoundActors {
  readonly text: string
  readonly matches: readonly ActorMatch[]
}

/** What was last found for a slot; while the next is on its way it is of an earlier text. */
export const $slotActors = atom<Loaded<FoundActors>>({ state: 'idle' })
const loader = new Loader($slotActors)

/** Whoever types is asked for once the hand rests this long. */
const REST_MS = 120
let rest: ReturnType<typeof setTimeout> | undefined

/** Looks for actors by any of their names, once no other text has come for a moment; an empty text finds nobody. */
export function findActors(text: string): void {
  clearTimeout(rest)
  if (text.trim() === '') return loader.clear()
  rest = setTimeout(() => {
    loader.load(text, async (signal) => ({ text, matches: (await request(SLOT_ACTORS, { text }, signal)).search }))
  }, REST_MS)
}

hold({ clear: () => clearTimeout(rest) })

/** Those that were found for this very text; null while it is not answered. */
export function foundFor(text: string, found: Loaded<FoundActors>): readonly ActorMatch[] | null {
  const last = latest(found)
  return last?.text === text ? last.matches : null
}
