import DataLoader from 'dataloader'
import type { Day } from '../domain/days.ts'
import type { AffiliationRecord, EventRecord } from '../domain/records.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { createView, type View } from '../domain/view.ts'
import type { Memory } from '../memory/memory.ts'
import type { GraphStore, TextCandidate } from '../store/graph-store.ts'

/** What the resolvers of one request share. */
export interface RequestContext {
  readonly store: GraphStore
  /** The same for the whole request. */
  snapshot(): Promise<Snapshot>
  /**
   * The snapshot as known on a day, in some collections; the same object for the same question.
   * @param asKnownOn null: the default day of the collections. @param collections indexes; null or empty: all.
   */
  view(asKnownOn: Day | null, collections: readonly number[] | null): Promise<View>
  /** What the columns do not hold, by event id; null: gone meanwhile. One statement for all that is asked for at once. */
  readonly eventDetails: DataLoader<string, EventRecord | null>
  readonly affiliationDetails: DataLoader<string, AffiliationRecord | null>
  /** Events whose words may match a folded text; one statement a text, however often it is asked for. */
  textCandidates(folded: string): Promise<readonly TextCandidate[]>
}

export interface ContextDeps {
  readonly store: GraphStore
  readonly memory: Memory
}

/** Nothing is read before a resolver asks. */
export function createContext({ store, memory }: ContextDeps): RequestContext {
  const snapshot = once(() => memory.snapshot())
  const views = new Map<string, View>()
  const candidates = new Map<string, Promise<readonly TextCandidate[]>>()
  return {
    store,
    snapshot,
    async view(asKnownOn, collections) {
      const key = `${asKnownOn ?? ''}|${[...new Set(collections)].sort((a, b) => a - b).join()}`
      const now = await snapshot()
      let view = views.get(key)
      if (!view) views.set(key, (view = createView(now, asKnownOn, collections)))
      return view
    },
    eventDetails: byId((ids) => store.eventDetails(ids)),
    affiliationDetails: byId((ids) => store.affiliationDetails(ids)),
    textCandidates(folded) {
      let found = candidates.get(folded)
      if (!found) candidates.set(folded, (found = store.eventCandidates(folded)))
      return found
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}

function byId<R extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<readonly R[]>,
): DataLoader<string, R | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await read(ids)).map((record) => [record.id, record]))
    return ids.map((id) => found.get(id) ?? null)
  })
}
