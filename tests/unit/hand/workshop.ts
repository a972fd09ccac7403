import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDay, type Day } from '../../../server/domain/days.ts'
import type { CollectionContents } from '../../../server/domain/records.ts'
import { createRecorder } from '../../../server/hand/create-recorder.ts'
import type { ActorDraft, EventDraft, Recorder, SourceDraft } from '../../../server/hand/recorder.ts'
import { checkFiles } from '../../../server/ingest/case/check-case.ts'
import { loadCase, type LoadReport } from '../../../server/ingest/load.ts'
import { openMemory, type Memory } from '../../../server/memory/memory.ts'
import type { AuditEntry, GraphStore } from '../../../server/store/graph-store.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { SMALL_CASE } from '../ingest/small-case.ts'

/** A store on a file of its own, the columns over it, and who writes into it by hand. */
export interface Workshop {
  readonly store: GraphStore
  readonly memory: Memory
  readonly hand: Recorder
  /** Loads files, those of the small case where none are given. */
  load(texts?: ReadonlyMap<string, string>, name?: string): Promise<LoadReport>
  held(id?: string): Promise<CollectionContents>
  /** The audit log, oldest first. */
  log(): Promise<readonly AuditEntry[]>
  close(): Promise<void>
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-hand-'))
  const store = openSqliteStore(join(folder, 'store.db'))
  const memory = openMemory(store)
  await memory.load()
  const now = () => new Date('2026-11-23T10:00:00Z')
  return {
    store,
    memory,
    hand: createRecorder({ store, memory, who: 'Ana', now }),
    load: (texts = filesOf(SMALL_CASE), name = 'small') => loadCase(store, contentsOf(texts), name),
    async held(id = 'small') {
      const stored = await store.readCollection(id)
      if (!stored) throw new RangeError(`The store does not hold ${id}.`)
      return stored.contents
    },
    log: async () => (await store.audit({ first: 1_000 })).entries.toReversed(),
    async close() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

export function filesOf(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(files))
}

/** @throws TypeError where the files have problems. */
export function contentsOf(texts: ReadonlyMap<string, string>): CollectionContents {
  const { contents, problems } = checkFiles(texts)
  if (!contents) throw new TypeError(JSON.stringify(problems))
  return contents
}

/** @throws RangeError where that is no day. */
export function theDay(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(`${text} is no day.`)
  return day
}

/** A further state of the small case. */
export const CROCIA: ActorDraft = { id: 'c', collection: 'small', kind: 'STATE', name: 'Crocia' }

export const LETTER: SourceDraft = {
  id: 'letter',
  collection: 'small',
  publisher: 'A letter',
  published: theDay('2025-11-20'),
}

/** A condemns B, as the small case's paper has it. */
export const CONDEMNS: EventDraft = {
  collection: 'small',
  actor: 'a',
  target: 'b',
  kind: 'CONDEMNATION',
  subtype: 'statement',
  occurred: '2025-11-05',
  evidence: [{ source: 'paper' }],
}
