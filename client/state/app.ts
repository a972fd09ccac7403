import { atom, computed } from 'nanostores'
import type { Answer } from './answers/answer.ts'
import { latest, type Loaded } from './loaded.ts'
import { keptWish } from './picture/wish.ts'
import { toAsking } from './answers/asking.ts'
import { $remembered } from './answers/names.ts'
import type { ActorName, Catalogue, Level, Network } from './types.ts'
import { historyOf, type History } from './view/history.ts'
import { FIRST_VIEW } from './view/view.ts'

/** A network, with what it was asked for. */
export interface Asked {
  readonly network: Network
  readonly level: Level
  readonly collection: string
  readonly asKnownOn: string | null
}

/** The view with its undo and redo. Changed by actions.ts only. */
export const $history = atom<History>(historyOf(FIRST_VIEW))

/** What the reader chose. */
export const $view = computed($history, ({ now }) => now)

export const $catalogue = atom<Loaded<Catalogue>>({ state: 'idle' })
/** A network with the level that it was asked at: the picture never mixes two. */
export const $network = atom<Loaded<Asked>>({ state: 'idle' })
/** The network of the second pane: of the day that is compared with, or of the top level; idle where there is one pane. */
export const $beside = atom<Loaded<Asked>>({ state: 'idle' })
export const $answer = atom<Loaded<Answer>>({ state: 'idle' })
/** While the database is away: what the server says of it, and of what time everything is. Null: it is there. */
export const $away = atom<{ readonly says: string; readonly seen: string } | null>(null)
/** The version that the last wish to read the database anew led to. */
export const $reloaded = atom<Loaded<number>>({ state: 'idle' })

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

/** Names of all actors that the page has heard of. */
export const $names = computed(
  [$catalogue, $network, $remembered],
  (catalogue, network, remembered): ReadonlyMap<string, ActorName> => {
    const names = new Map<string, ActorName>(remembered)
    for (const { toward, by } of latest(catalogue)?.questions ?? []) {
      for (const actor of [toward, by]) if (actor) names.set(actor.id, actor)
    }
    const shown = latest(network)?.network
    for (const { actor, target } of shown?.ties.items ?? []) names.set(actor.id, actor).set(target.id, target)
    for (const actor of shown?.actors.nodes ?? []) names.set(actor.id, actor).set(actor.top.id, actor.top)
    return names
  },
)

/** What is asked, with the names of those in its slots; `missing` where a name is not known, or not yet. */
export const $asking = computed([$view, $questions, $names, $collection], (view, questions, names, collection) => {
  const { ask, compare } = view
  return toAsking(ask, questions, names, [compare, view.asKnownOn ?? collection?.defaultAsKnownOn ?? null])
})

/** The prepared question that is asked; null where none is, or one of the reader's own. */
export const $question = computed([$asking, $questions], (asking, questions) => {
  return asking && asking !== 'missing' ? (questions.find(({ id }) => id === asking.id) ?? null) : null
})

/** The day under which everything is read: the chosen one, else the collection's default; null while it is empty. */
export const $asKnownOn = computed([$view, $collection], (view, collection) => {
  return view.asKnownOn ?? collection?.defaultAsKnownOn ?? null
})

/** What the reader chose of the picture. What is drawn stands in picture/panes.ts. */
export const $wish = computed($view, keptWish())

/** The event behind the headline, where it was known on the day. */
export const $headlineEvent = computed([$collection, $asKnownOn], (collection, asKnownOn) => {
  const event = collection?.headlineEvent
  return event && asKnownOn !== null && event.reportedOn <= asKnownOn ? event.id : null
})
