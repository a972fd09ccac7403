import { atOneVersion } from '../ingest/at-one-version.ts'
import type { Memory } from '../memory/memory.ts'
import { StoreMovedError, type Batch, type GraphStore, type Writer } from '../store/graph-store.ts'
import { addEvidence, removeEvidence } from './evidence.ts'
import { setEventStatus } from './event-status.ts'
import { planMerge } from './merge-actors.ts'
import type { Plan } from './plan.ts'
import { createQueue, type Queue } from './queue.ts'
import { recordEvent } from './record-event.ts'
import {
  ConflictError,
  RecordError,
  type MergeReport,
  type Recorded,
  type Recorder,
  type UndoReport,
} from './recorder.ts'
import { retractEvent } from './retract-event.ts'
import { saveActor } from './save-actor.ts'
import { removeAffiliation, saveAffiliation } from './save-affiliation.ts'
import { saveSource } from './save-source.ts'
import { planUndo } from './undo.ts'

export interface RecordersDeps {
  readonly store: GraphStore
  readonly memory: Pick<Memory, 'snapshot'>
  readonly now?: () => Date
}

export interface Writing {
  /** The person's name, for the audit log. */
  readonly who: string
  /** When it fires, what has not begun is not begun: see `GraphStore.under`. Left out: it never does. */
  readonly signal?: AbortSignal
}

/** Makes recorders for whoever writes. They share one queue: changes are made one after the other, whoever makes them. */
export interface Recorders {
  of(writing: Writing): Recorder
}

export function createRecorders(deps: RecordersDeps): Recorders {
  const enqueue = createQueue()
  return { of: (writing) => recorderOf(deps, writing, enqueue) }
}

/** A recorder for one person alone. */
export function createRecorder({ who, ...deps }: RecordersDeps & { readonly who: string }): Recorder {
  return createRecorders(deps).of({ who })
}

type Action = keyof Recorder

/** Changes are made one after the other; each reads, checks and writes at one version of the store. */
function recorderOf(deps: RecordersDeps, { who, signal }: Writing, enqueue: Queue): Recorder {
  const { memory, now = () => new Date() } = deps
  const store = signal ? deps.store.under(signal) : deps.store
  const writer: Writer = { by: 'HAND', name: who }

  const inTurn = <T>(
    reason: string | null,
    ifVersion: number | null,
    work: (version: number) => Promise<T>,
  ): Promise<T> =>
    enqueue(() => {
      signal?.throwIfAborted()
      if (reason !== null && !reason.isWellFormed()) {
        throw new RecordError(
          'reason',
          'This text holds half of a character (\\ud800 to \\udfff alone). Write the whole character.',
        )
      }
      const seen = async (version: number) => {
        demandReached(ifVersion, version)
        return work(version)
      }
      return atOneVersion(store, seen, (error) => error instanceof RecordError || error instanceof ConflictError)
    })

  const write = (batch: Plan['batch'], action: Action, reason: string | null, version: number) => {
    const whole: Batch = { ...batch, writer, action, reason, at: now().toISOString(), onlyAt: version }
    return store.apply(whole)
  }

  const record = (
    action: Action,
    reason: string | null,
    ifVersion: number | null,
    plan: (ifVersion: number | null) => Promise<Plan>,
  ): Promise<Recorded> =>
    inTurn(reason, ifVersion, async (version) => {
      const { id, batch } = await plan(ifVersion)
      const applied = await write(batch, action, reason, version)
      return { id, version: applied.version, change: applied.changed > 0 ? String(applied.version) : null }
    })

  return {
    saveActor: (draft, ifVersion) => record('saveActor', null, ifVersion, (seen) => saveActor(store, draft, seen)),
    saveAffiliation: (draft, ifVersion) =>
      record('saveAffiliation', null, ifVersion, (seen) => saveAffiliation(store, draft, seen)),
    removeAffiliation: (id, reason, ifVersion) =>
      record('removeAffiliation', reason, ifVersion, (seen) => removeAffiliation(store, id, seen)),
    saveSource: (draft, ifVersion) => record('saveSource', null, ifVersion, (seen) => saveSource(store, draft, seen)),
    recordEvent: (draft, ifVersion) =>
      record('recordEvent', null, ifVersion, (seen) => recordEvent(store, draft, seen)),
    addEvidence: (event, draft, ifVersion) =>
      record('addEvidence', null, ifVersion, (seen) => addEvidence(store, event, draft, seen)),
    removeEvidence: (event, evidence, reason, ifVersion) =>
      record('removeEvidence', reason, ifVersion, (seen) => removeEvidence(store, event, evidence, seen)),
    setEventStatus: (event, step, ifVersion) =>
      record('setEventStatus', null, ifVersion, (seen) => setEventStatus(store, event, step, seen)),
    retractEvent: (event, reason, ifVersion) =>
      record('retractEvent', reason, ifVersion, (seen) => retractEvent(store, event, reason, seen)),

    mergeActors: (ask, ifVersion) =>
      inTurn(ask.reason, ifVersion, async (version): Promise<MergeReport> => {
        const snapshot = await memory.snapshot()
        if (snapshot.version !== version) throw new StoreMovedError(version, snapshot.version)
        const { says, batch } = await planMerge(store, snapshot, ask, ifVersion)
        if (ask.preview || !batch) return { ...says, preview: ask.preview, version, change: null }
        const applied = await write(batch, 'mergeActors', ask.reason, version)
        return { ...says, preview: false, version: applied.version, change: String(applied.version) }
      }),

    undo: (change, reason) =>
      inTurn(reason, null, async (version): Promise<UndoReport> => {
        const { records, batch } = await planUndo(store, change, version)
        const applied = await write(batch, 'undo', reason, version)
        return { records, version: applied.version, change: String(applied.version) }
      }),
  }
}

/** That nobody says to have seen what is not there yet: it was another store, or this one before it was put back. @throws RecordError */
function demandReached(ifVersion: number | null, version: number): void {
  if (ifVersion === null || ifVersion <= version) return
  throw new RecordError(
    'ifVersion',
    `ifVersion is ${ifVersion}, and the store is at version ${version} only. Read the record again and give its version.`,
  )
}
