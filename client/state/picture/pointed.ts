import { atom } from 'nanostores'
import { hold } from '../held.ts'

/** What the pointer or the keyboard is on in the picture: rows of it light up. */
export interface Pointed {
  readonly events: readonly string[]
  readonly actors: readonly string[]
}

export const NOTHING_POINTED: Pointed = { events: [], actors: [] }

export const $pointed = atom<Pointed>(NOTHING_POINTED)

hold({ clear: () => $pointed.set(NOTHING_POINTED) })
