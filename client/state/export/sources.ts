import { atom } from 'nanostores'
import { EXPORT_SOURCES } from '../../api/documents/export.ts'
import { request } from '../../api/request.ts'
import { citationWords, citationsOf } from '../answers/citations.ts'
import { baseFilter } from '../answers/context.ts'
import { $collection, $view } from '../app.ts'
import type { Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'
import { count } from '../words/dates.ts'
import { $dataNow } from './data-now.ts'

/** The sources of every event that is shown, each in words; a null value: the database does not answer. */
export const $sources = atom<Loaded<readonly string[] | null>>({ state: 'idle' })

const sources = new Loader($sources)

/** Asks for the sources of what is shown, anew each time: the database may have been read again. */
export function loadSources(): void {
  const collection = $collection.get()
  if (!collection) return sources.clear()
  const filter = baseFilter({ collection, asKnownOn: $dataNow.get().asKnownOn, view: $view.get() })
  sources.renew()
  const load = async (signal: AbortSignal) => {
    const { events } = await request(EXPORT_SOURCES, { filter }, signal)
    const words = citationsOf(events.nodes)?.map(citationWords) ?? null
    if (!words || events.nodes.length === events.total) return words
    return [...words, `These are of the first ${events.nodes.length} of ${count(events.total, 'event')}.`]
  }
  sources.load(JSON.stringify(filter), load, false)
}
