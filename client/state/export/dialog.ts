import { atom } from 'nanostores'
import { hold } from '../held.ts'

/** What can be taken out of the page. */
export type Exported = 'picture' | 'table' | 'data' | 'print'

/** What the dialog of exporting shows; null: it is closed. No link carries it. */
export const $exporting = atom<Exported | null>(null)

/** Opens the dialog of exporting. */
export function openExport(what: Exported = 'picture'): void {
  $exporting.set(what)
}

export function closeExport(): void {
  $exporting.set(null)
}

hold({ clear: closeExport })
