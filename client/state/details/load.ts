import { ACTOR_DETAILS, CLAIM_EVIDENCE, EVENT_DETAILS, TIE_WORDS } from '../../api/documents/details.ts'
import { request } from '../../api/request.ts'
import { baseFilter, type AskContext } from '../answers/context.ts'
import { latest } from '../loaded.ts'
import { Loader } from '../loader.ts'
import type { EventRow, Network } from '../types.ts'
import type { OpenTie } from '../tie/tie.ts'
import { isSameSelection, type Selection } from '../view/view.ts'
import { claimsOf, rowOf } from './claims.ts'
import { pinned, selected, type DetailsStores } from './details.ts'

/** What details are asked under. */
export interface DetailsContext extends Pick<AskContext, 'collection' | 'view' | 'asKnownOn'> {
  readonly network: Network | undefined
  /** The tie of the picture that draws it. */
  readonly tie: (ends: { readonly actor: string; readonly target: string }) => OpenTie | null
}

/** Loads what one panel of details shows. */
class DetailsLoader {
  readonly #stores: DetailsStores
  readonly #event
  readonly #claims
  readonly #actor
  readonly #words

  constructor(stores: DetailsStores) {
    this.#stores = stores
    this.#event = new Loader(stores.$event)
    this.#claims = new Loader(stores.$claims)
    this.#actor = new Loader(stores.$actor)
    this.#words = new Loader(stores.$words)
  }

  load(selection: Selection | null, context: DetailsContext | null): void {
    if (context && selection?.what === 'event') this.#loadEvent(selection.id, context)
    else {
      this.#event.clear()
      this.#claims.clear()
    }
    if (context && selection?.what === 'actor') this.#loadActor(selection.id, context)
    else this.#actor.clear()
    const tie = context && selection?.what === 'tie' ? context.tie(selection) : null
    if (context && tie && tie.events.length > 0) this.#loadWords(tie.events, context)
    else this.#words.clear()
  }

  #loadEvent(id: string, { asKnownOn, network }: DetailsContext): void {
    const stays = latest(this.#stores.$event.get())?.id === id
    this.#event.load(
      JSON.stringify([id, asKnownOn]),
      async (signal) => ({
        id,
        asKnownOn,
        value: (await request(EVENT_DETAILS, { id, asKnownOn }, signal)).event ?? null,
      }),
      stays,
    )
    const row = rowOf(network, id)
    const claims = network && row ? claimsOf(network, row).map((claim) => claim.id) : []
    if (claims.length === 0) return this.#claims.clear()
    this.#claims.load(
      JSON.stringify([claims, asKnownOn]),
      async (signal) => {
        const asked = claims.map((claim) => request(CLAIM_EVIDENCE, { id: claim, asKnownOn }, signal))
        return (await Promise.all(asked)).flatMap(({ event }) => event ?? [])
      },
      stays,
    )
  }

  #loadActor(id: string, context: DetailsContext): void {
    const { asKnownOn, view } = context
    const filter = baseFilter(context)
    this.#actor.load(
      JSON.stringify([id, filter, view.level]),
      async (signal) => ({
        id,
        asKnownOn,
        value: (await request(ACTOR_DETAILS, { id, asKnownOn, filter, level: view.level }, signal)).actor ?? null,
      }),
      latest(this.#stores.$actor.get())?.id === id,
    )
  }

  /** By the actors that the events name, not by those that stand for them in the picture. */
  #loadWords(events: readonly EventRow[], context: DetailsContext): void {
    const between = [...new Set(events.flatMap(({ actor, target }) => [actor.id, target.id]))].sort()
    const filter = { ...baseFilter(context), between }
    this.#words.load(
      JSON.stringify([filter, events[0]?.id]),
      async (signal) => {
        const { nodes } = (await request(TIE_WORDS, { filter }, signal)).events
        return new Map(nodes.map((event) => [event.id, event]))
      },
      false,
    )
  }
}

const ofSelected = new DetailsLoader(selected)
const ofPinned = new DetailsLoader(pinned)

/** Loads what is selected and what is pinned. @param context null: there is nothing to ask of */
export function loadDetails(context: DetailsContext | null): void {
  const view = context?.view
  ofSelected.load(view?.selection ?? null, context)
  const apart = view && !isSameSelection(view.selection, view.pinned)
  ofPinned.load(apart ? view.pinned : null, context)
}
