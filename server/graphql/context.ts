import DataLoader from 'dataloader'
import type { Day } from '../domain/days.ts'
import type { RecordKey } from '../domain/record-key.ts'
import type { AffiliationRecord, EventRecord } from '../domain/records.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { viewOf } from '../domain/known-views.ts'
import type { View } from '../domain/view.ts'
import type { Recorders } from '../hand/create-recorder.ts'
import type { Recorder } from '../hand/recorder.ts'
import type { Memory } from '../memory/memory.ts'
import { LOCAL, type Principal } from './principal.ts'
import type { GraphStore, Revision, TextCandidate } from '../store/graph-store.ts'

/**
 * What the resolvers of one request share. Plain fields and no getters: the HTTP layer copies them onto an object of its own, to
 * which it adds `request`.
 */
export interface RequestContext {
  /** Asked for this request only: it stops with `signal`. */
  readonly store: GraphStore
  /** Writes under the name of who asks; null: nothing can be written here, or not by them. */
  readonly recorder: Recorder | null
  /** Whether users may ask in Cypher. */
  readonly cypher: boolean
  /** The same for the whole request, or until `renew`. */
  snapshot(): Promise<Snapshot>
  /**
   * The snapshot as known on a day, in some collections; the same object for the same question.
   * @param asKnownOn null: the default day of the collections. @param collections indexes; null or empty: all.
   */
  view(asKnownOn: Day | null, collections: readonly number[] | null): Promise<View>
  /** What the columns do not hold, by event id; null: gone meanwhile. One statement for all that is asked for at once. */
  readonly eventDetails: DataLoader<string, EventRecord | null>
  readonly affiliationDetails: DataLoader<string, AffiliationRecord | null>
  /** When records were last written; null: gone meanwhile. One statement for all that is asked for at once. */
  readonly revisions: DataLoader<RecordKey, Revision | null>
  /** Events whose words may match a folded text; one statement a text, however often it is asked for. */
  textCandidates(folded: string): Promise<readonly TextCandidate[]>
  /** What is asked for from now on is read anew: the request has written. Root fields of a mutation run one after the other. */
  renew(): void
  readonly principal: Principal
  /** Fires when nobody wants the answer any more: the client has gone, or the deadline is over. Its reason says which. */
  readonly signal: AbortSignal
}

export interface ContextDeps {
  readonly store: GraphStore
  readonly memory: Memory
  /** Left out: mutations are refused. */
  readonly recorders?: Recorders
  /** Left out: off. */
  readonly cypher?: boolean
  /** Left out: whoever sits at the machine. */
  readonly principal?: Principal
  /** Left out: one that never fires. */
  readonly signal?: AbortSignal
}

const NEVER = new AbortController().signal

/** Nothing is read before a resolver asks. */
export function createContext(deps: ContextDeps): RequestContext {
  const { memory, recorders, cypher = false, principal = LOCAL, signal = NEVER } = deps
  const { name, mayWrite } = principal
  const store = deps.store.under(signal)
  let read: Promise<Snapshot> | null = null
  const snapshot = () => (read ??= memory.snapshot())
  const candidates = new Map<string, Promise<readonly TextCandidate[]>>()
  const eventDetails = byId((ids) => store.eventDetails(ids))
  const affiliationDetails = byId((ids) => store.affiliationDetails(ids))
  const revisions = new DataLoader(async (keys: readonly RecordKey[]) => {
    const found = await store.revisions(keys)
    return keys.map((key) => found.get(key) ?? null)
  })
  return {
    store,
    recorder: mayWrite && name !== null ? (recorders?.of({ who: name, signal }) ?? null) : null,
    cypher,
    principal,
    signal,
    snapshot,
    async view(asKnownOn, collections) {
      const now = await snapshot()
      // Whoever asks for a view computes next, which nothing interrupts.
      signal.throwIfAborted()
      return viewOf(now, asKnownOn, collections)
    },
    eventDetails,
    affiliationDetails,
    revisions,
    textCandidates(folded) {
      let found = candidates.get(folded)
      if (!found) candidates.set(folded, (found = store.eventCandidates(folded)))
      return found
    },
    renew() {
      read = null
      candidates.clear()
      for (const each of [eventDetails, affiliationDetails, revisions]) each.clearAll()
    },
  }
}

function byId<R extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<readonly R[]>,
): DataLoader<string, R | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await read(ids)).map((record) => [record.id, record]))
    return ids.map((id) => found.get(id) ?? null)
  })
}
