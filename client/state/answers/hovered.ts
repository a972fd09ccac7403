import { atom } from 'nanostores'
import { hold } from '../held.ts'

/** Ids of the events whose lines light up, because the pointer or the keyboard is on their row. */
export const $hoveredEvents = atom<readonly string[]>([])

hold({ clear: () => $hoveredEvents.set([]) })
