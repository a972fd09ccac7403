import { atOneVersion } from '../ingest/at-one-version.ts'
import type { Memory } from '../memory/memory.ts'
import { StoreMovedError, type Batch, type GraphStore, type Writer } from '../store/graph-store.ts'
import { addEvidence, removeEvidence } from './evidence.ts'
import { setEventStatus } from './event-status.ts'
import { planMerge } from './merge-actors.ts'
import type { Plan } from './plan.ts'
import { createQueue } from './queue.ts'
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

export interface RecorderDeps {
  readonly store: GraphStore
  readonly memory: Pick<Memory, 'snapshot'>
  /** The person's name, for the audit log. */
  readonly who: string
  readonly now?: () => Date
}

type Action = keyof Recorder

/** Changes are made one after the other; each reads, checks and writes at one version of the store. */
export function createRecorder({ store, memory, who, now = () => new Date() }: RecorderDeps): Recorder {
  const enqueue = createQueue()
  const writer: Writer = { by: 'HAND', name: who }

  const inTurn = <T>(reason: string | null, work: (version: number) => Promise<T>): Promise<T> =>
    enqueue(() => {
      if (reason !== null && !reason.isWellFormed()) {
        throw new RecordError(
          'reason',
          'This text holds half of a character (\\ud800 to \\udfff alone). Write the whole character.',
        )
      }
      return atOneVersion(store, work, (error) => error instanceof RecordError || error instanceof ConflictError)
    })

  const write = (batch: Plan['batch'], action: Action, reason: string | null, version: number) => {
    const whole: Batch = { ...batch, writer, action, reason, at: now().toISOString(), onlyAt: version }
    return store.apply(whole)
  }

  const record = (action: Action, reason: string | null, plan: () => Promise<Plan>): Promise<Recorded> =>
    inTurn(reason, async (version) => {
      const { id, batch } = await plan()
      const applied = await write(batch, action, reason, version)
      return { id, version: applied.version, change: applied.changed > 0 ? String(applied.version) : null }
    })

  return {
    saveActor: (draft, ifVersion) => record('saveActor', null, () => saveActor(store, draft, ifVersion)),
    saveAffiliation: (draft, ifVersion) =>
      record('saveAffiliation', null, () => saveAffiliation(store, draft, ifVersion)),
    removeAffiliation: (id, reason, ifVersion) =>
      record('removeAffiliation', reason, () => removeAffiliation(store, id, ifVersion)),
    saveSource: (draft, ifVersion) => record('saveSource', null, () => saveSource(store, draft, ifVersion)),
    recordEvent: (draft, ifVersion) => record('recordEvent', null, () => recordEvent(store, draft, ifVersion)),
    addEvidence: (event, draft, ifVersion) =>
      record('addEvidence', null, () => addEvidence(store, event, draft, ifVersion)),
    removeEvidence: (event, evidence, reason, ifVersion) =>
      record('removeEvidence', reason, () => removeEvidence(store, event, evidence, ifVersion)),
    setEventStatus: (event, step, ifVersion) =>
      record('setEventStatus', null, () => setEventStatus(store, event, step, ifVersion)),
    retractEvent: (event, reason, ifVersion) =>
      record('retractEvent', reason, () => retractEvent(store, event, reason, ifVersion)),

    mergeActors: (ask, ifVersion) =>
      inTurn(ask.reason, async (version): Promise<MergeReport> => {
        const snapshot = await memory.snapshot()
        if (snapshot.version !== version) throw new StoreMovedError(version, snapshot.version)
        const { says, batch } = await planMerge(store, snapshot, ask, ifVersion)
        if (ask.preview || !batch) return { ...says, preview: ask.preview, version, change: null }
        const applied = await write(batch, 'mergeActors', ask.reason, version)
        return { ...says, preview: false, version: applied.version, change: String(applied.version) }
      }),

    undo: (change, reason) =>
      inTurn(reason, async (version): Promise<UndoReport> => {
        const { records, batch } = await planUndo(store, change, version)
        const applied = await write(batch, 'undo', reason, version)
        return { records, version: applied.version, change: String(applied.version) }
      }),
  }
}
