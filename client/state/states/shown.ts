import { computed } from 'nanostores'
import { $answer, $asKnownOn, $asking, $catalogue, $collection, $network, $view, type Asked } from '../app.ts'
import { $server } from '../away.ts'
import { latest, type Loaded } from '../loaded.ts'
import type { Catalogue, Collection } from '../types.ts'
import { dayWords } from '../words/dates.ts'
import { toNothing, type Nothing } from './nothing.ts'

/** What there is to say over a picture that shows nothing; null where it shows something, and while anything is on its way. */
export const $nothing = computed(
  [$view, $collection, $asKnownOn, $network, $asking, $answer],
  (view, collection, asKnownOn, network, asked, answer): Nothing | null => {
    if (!collection || network.state !== 'ok' || network.value.collection !== collection.id) return null
    const asking = asked === 'missing' ? null : asked
    const told = asking && answer.state === 'ok' && answer.value.question === asking.id ? answer.value : null
    return toNothing({ view, collection, asKnownOn, network: network.value.network, asking, answer: told })
  },
)

/** What the picture waits for. */
export type Waiting =
  /** Nothing is drawn yet. The collection is null until the server has said what it holds; `read`: all is there but the drawing. */
  | { readonly what: 'first'; readonly collection: Collection | null; readonly read: boolean }
  /** What is drawn is of before; `still` says of what. */
  | { readonly what: 'again'; readonly still: string }

/** Null while nothing is on its way. */
export const $waiting = computed(
  [$catalogue, $network, $collection, $asKnownOn, $server],
  (catalogue, network, collection, asKnownOn, server): Waiting | null => {
    // A server that is starting refuses at once, and is asked again.
    const starts = server?.reach.is === 'starting' && latest(catalogue) === null
    return starts ? { what: 'first', collection, read: false } : toWaiting(catalogue, network, collection, asKnownOn)
  },
)

function toWaiting(
  catalogue: Loaded<Catalogue>,
  network: Loaded<Asked>,
  collection: Collection | null,
  asKnownOn: string | null,
): Waiting | null {
  const first = { what: 'first', collection, read: false } as const
  if (catalogue.state === 'loading' && catalogue.last === null) return first
  if (network.state !== 'loading') return null
  const { last } = network
  if (last === null || last.collection !== collection?.id) return first
  const ofDay = last.asKnownOn !== null && last.asKnownOn !== asKnownOn
  return { what: 'again', still: ofDay ? `as known on ${dayWords(last.asKnownOn)}` : 'as it was before' }
}
