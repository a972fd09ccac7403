import { atom } from 'nanostores'
import { preference } from './preference.ts'

/** Whether the list of keys is open. No link carries it. */
export const $help = atom(false)

export function turnHelp(): void {
  $help.set(!$help.get())
}

const letters = preference('letters', ['on', 'off'])

/** Whether keys of a single letter do anything. */
export const $letters = letters.$chosen
export const chooseLetters = letters.choose
