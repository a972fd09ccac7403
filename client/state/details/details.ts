import { atom } from 'nanostores'
import type { ClaimEvidenceQuery, TieWordsQuery } from '../../api/generated/graphql.ts'
import type { Loaded } from '../loaded.ts'
import type { ActorDetails, EventDetails } from '../types.ts'

/** An event of the same pair whose act or words are denied, with what is said for and against it. */
export type Claim = NonNullable<ClaimEvidenceQuery['event']>

/** Summary and evidence of an event that stands in a list. */
export type EventWords = TieWordsQuery['events']['nodes'][number]

/** What was asked for, with the day under which it was read. Null: it is not here, or was not yet known on that day. */
export type Read<T> = { readonly id: string; readonly asKnownOn: string | null; readonly value: T | null }

/** What one panel of details shows beyond what the network holds. */
export interface DetailsStores {
  readonly $event: ReturnType<typeof atom<Loaded<Read<EventDetails>>>>
  readonly $claims: ReturnType<typeof atom<Loaded<readonly Claim[]>>>
  readonly $actor: ReturnType<typeof atom<Loaded<Read<ActorDetails>>>>
  /** By id of the event. */
  readonly $words: ReturnType<typeof atom<Loaded<ReadonlyMap<string, EventWords>>>>
}

function stores(): DetailsStores {
  return {
    $event: atom<Loaded<Read<EventDetails>>>({ state: 'idle' }),
    $claims: atom<Loaded<readonly Claim[]>>({ state: 'idle' }),
    $actor: atom<Loaded<Read<ActorDetails>>>({ state: 'idle' }),
    $words: atom<Loaded<ReadonlyMap<string, EventWords>>>({ state: 'idle' }),
  }
}

/** Of what is selected. */
export const selected: DetailsStores = stores()
/** Of what is pinned, where something else is selected. */
export const pinned: DetailsStores = stores()
