import { atom, computed } from 'nanostores'
import { fromAddress } from './view/address.ts'
import type { Answer } from './answers/answer.ts'
import { toEmphasis } from './picture/emphasis.ts'
import { latest, type Loaded } from './loaded.ts'
import { EMPTY_PICTURE, toPicture } from './picture/picture.ts'
import type { ActorDetails, ActorMatch, Catalogue, EventDetails, Network } from './types.ts'
import { FIRST_VIEW, type View } from './view/view.ts'

/** What the reader chose. Changed by `change` in actions.ts only. */
export const $view = atom<View>(FIRST_VIEW)

export const $catalogue = atom<Loaded<Catalogue>>({ state: 'idle' })
/** A network with the level that it was asked at: the picture never mixes two. */
export const $network = atom<
  Loaded<{ readonly network: Network; readonly level: View['level']; readonly collection: string }>
>({
  state: 'idle',
})
export const $answer = atom<Loaded<Answer>>({ state: 'idle' })
export const $event = atom<Loaded<EventDetails | null>>({ state: 'idle' })
export const $actor = atom<Loaded<ActorDetails | null>>({ state: 'idle' })
/** While the database is away: what the server says of it, and of what time everything is. Null: it is there. */
export const $away = atom<{ readonly says: string; readonly seen: string } | null>(null)
/** The version that the last wish to read the database anew led to. */
export const $reloaded = atom<Loaded<number>>({ state: 'idle' })
export const $matches = atom<Loaded<readonly ActorMatch[]>>({ state: 'idle' })

/** The collection that is shown: the chosen one, else the first. Null while none is known, or where the chosen one is not here. */
export const $collection = computed([$view, $catalogue], (view, catalogue) => {
  const collections = latest(catalogue)?.collections ?? []
  if (view.collection === null) return collections[0] ?? null
  return collections.find(({ id }) => id === view.collection) ?? null
})

/** The questions of the collection that is shown, in the curator's order. */
export const $questions = computed([$collection, $catalogue], (collection, catalogue) => {
  if (!collection) return []
  return latest(catalogue)?.questions.filter((question) => question.collection.id === collection.id) ?? []
})

export const $question = computed([$view, $questions], (view, questions) => {
  return questions.find(({ id }) => id === view.question) ?? null
})

/** The day under which everything is read: the chosen one, else the collection's default; null while it is empty. */
export const $asKnownOn = computed([$view, $collection], (view, collection) => {
  return view.asKnownOn ?? collection?.defaultAsKnownOn ?? null
})

export const $picture = computed([$network, $collection], (loaded, collection) => {
  const shown = latest(loaded)
  if (!shown || !collection || shown.collection !== collection.id) return EMPTY_PICTURE
  return toPicture(shown.network, collection, shown.level)
})

/** The event behind the headline, where it was known on the day. */
export const $headlineEvent = computed([$collection, $asKnownOn], (collection, asKnownOn) => {
  const event = collection?.headlineEvent
  return event && asKnownOn !== null && event.reportedOn <= asKnownOn ? event.id : null
})

export const $emphasis = computed([$picture, $view, $answer, $headlineEvent], (picture, view, answer, headline) => {
  return toEmphasis(picture, view, view.question === null ? null : (latest(answer)?.highlight ?? null), headline)
})

/** The view of the address that the page was opened with. */
export function viewOfAddress(): View {
  return fromAddress(window.location.search)
}
