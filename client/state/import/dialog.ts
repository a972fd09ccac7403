import { atom } from 'nanostores'
import { hold } from '../held.ts'

/** Whether the dialog of importing is open. No link carries it. */
export const $importing = atom(false)

export function openImport(): void {
  $importing.set(true)
}

export function closeImport(): void {
  $importing.set(false)
}

hold({ clear: closeImport })
