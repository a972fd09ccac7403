import { atom } from 'nanostores'
import type { Flag } from './steps.ts'

/** The flag whose day is being chosen; null: none is. */
export const $dayField = atom<Flag | null>(null)

/** Opens the field in which the day of knowing is typed. */
export function openDayField(): void {
  $dayField.set('known')
}
