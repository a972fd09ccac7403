import type { OneActor } from '../domain/merge-actors.ts'
import type { RecordKey } from '../domain/record-key.ts'
import type { AuditEntry, GraphStore } from '../store/graph-store.ts'
import { RecordError } from './recorder.ts'

/** Entries asked for at once. */
const PAGE = 1_000

export type RecordEntry = AuditEntry & { readonly key: RecordKey }

export function isOfRecord(entry: AuditEntry): entry is RecordEntry {
  return entry.key !== null
}

/** Every entry of a change by hand, first to last. @throws RecordError */
export async function entriesOf(store: GraphStore, change: string): Promise<readonly AuditEntry[]> {
  const version = /^[1-9]\d{0,14}$/.test(change) ? Number(change) : null
  const found: AuditEntry[] = []
  for (let more = version !== null; more;) {
    const last = found.at(-1)
    const { entries } = await store.audit({
      first: PAGE,
      ...(version === null ? {} : { version }),
      ...(last ? { before: { version: last.version, n: last.n } } : {}),
    })
    found.push(...entries)
    more = entries.length === PAGE
  }
  const [newest] = found
  if (!newest) {
    throw new RecordError(
      'change',
      `No change ${JSON.stringify(change)} is noted. Write \`change\` of an entry of the audit log, or of an earlier answer.`,
    )
  }
  if (newest.writer.by === 'HAND') return found.reverse()
  const what = newest.writer.by === 'LOAD' ? 'a load' : 'an import'
  throw new RecordError('change', `The change ${change} is ${what}, and only changes by hand can be undone.`)
}

/** The merge that an entry has as its state before or after, if that is what it is about. */
export function mergedIn(state: unknown): OneActor | null {
  if (typeof state !== 'object' || state === null || !('merged' in state)) return null
  return state.merged as OneActor
}

/**
 * Whether taking the record away again is as if it had never been. It is not where a hand had taken it away before the change that
 * is undone: then it is taken away once more, and loads leave it away.
 */
export async function isUnmade(store: GraphStore, { key, version, n }: RecordEntry): Promise<boolean> {
  let before = { version, n }
  for (;;) {
    const { entries } = await store.audit({ first: PAGE, key, before })
    const decided = entries.find(({ action }) => action !== 'undo')
    if (decided) return decided.after !== null || decided.action === 'mergeActors'
    const last = entries.at(-1)
    if (!last) return true
    before = { version: last.version, n: last.n }
  }
}
