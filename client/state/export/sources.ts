import { atom } from 'nanostores'
import { EXPORT_SOURCES } from '../../api/documents/export.ts'
import { request } from '../../api/request.ts'
import { citationWords, citationsOf } from '../answers/citations.ts'
import { baseFilter } from '../answers/context.ts'
import { $asKnownOn, $collection, $view } from '../app.ts'
import type { Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'

/** The sources of every event that is shown, each in words; a null value: the database does not answer. */
export const $sources = atom<Loaded<readonly string[] | null>>({ state: 'idle' })

const sources = new Loader($sources)

/** Asks for the sources of what is shown; again where that failed. */
export function loadSources(): void {
  const collection = $collection.get()
  if (!collection) return sources.clear()
  const filter = baseFilter({ collection, asKnownOn: $asKnownOn.get(), view: $view.get() })
  sources.forgive()
  const load = async (signal: AbortSignal) => {
    const { events } = await request(EXPORT_SOURCES, { filter }, signal)
    return citationsOf(events.nodes)?.map(citationWords) ?? null
  }
  sources.load(JSON.stringify(filter), load, false)
}
