import { atom } from 'nanostores'
import { toDisplayError } from '../../api/errors.ts'
import { fetchExport, type ExportedFile, type ExportFormat } from '../../api/export.ts'
import { $collection, $view } from '../app.ts'
import { hold } from '../held.ts'
import { shownFilter, wholeFilter } from './data-filter.ts'
import { $dataNow } from './data-now.ts'

/** Where a file of data is: bytes that have come, or why none did. */
export type Fetching = { readonly bytes: number } | { readonly failed: string } | null

export const $fetching = atom<Fetching>(null)

let under: AbortController | null = null

/** Fetches data as the page shows them, or all of the collection. @returns null where it was stopped or failed: `$fetching` says why */
export async function fetchData(format: ExportFormat, whole: boolean): Promise<ExportedFile | null> {
  stopFetching()
  const collection = $collection.get()
  if (!collection) return null
  const stop = (under = new AbortController())
  const view = $view.get()
  const filter = whole ? wholeFilter(collection) : shownFilter(collection, $dataNow.get().asKnownOn, view)
  $fetching.set({ bytes: 0 })
  try {
    const ask = { format, filter, level: view.level }
    const file = await fetchExport(ask, stop.signal, (bytes) => under === stop && $fetching.set({ bytes }))
    if (under !== stop) return null
    $fetching.set(null)
    return file
  } catch (error) {
    if (!stop.signal.aborted && under === stop) $fetching.set({ failed: toDisplayError(error) })
    return null
  }
}

export function stopFetching(): void {
  under?.abort()
  under = null
  $fetching.set(null)
}

hold({ clear: stopFetching })
