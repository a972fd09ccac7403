import { createContext, type RequestContext } from '../../server/graphql/context.ts'
import type { EventColumns, Snapshot } from '../../server/domain/snapshot.ts'
import type { Memory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'

/** What answering has really taken. */
export interface Touched {
  /** Rows whose days were looked at; rows that are looked at twice at once count once. */
  rows: number
  /** Records that the store was asked for. */
  records: number
}

/** A context that counts what is touched through it, over a snapshot that counts what is read of it. */
export function metered(store: GraphStore, snapshot: Snapshot): { context: RequestContext; touched: Touched } {
  const touched = { rows: 0, records: 0 }
  const seen = { ...snapshot, events: counting(snapshot.events, touched) }
  const memory = { snapshot: async () => seen } as unknown as Memory
  return { context: createContext({ store: countingStore(store, touched), memory }), touched }
}

/** Whoever tests whether a row is visible reads this column; nothing else does but what is shown of it, and orders by it. */
function counting(events: EventColumns, touched: Touched): EventColumns {
  let last = ''
  const reported = new Proxy(events.reported, {
    get(column, key) {
      if (typeof key === 'string' && key !== last && /^\d+$/.test(key)) {
        last = key
        touched.rows++
      }
      return Reflect.get(column, key, column) as unknown
    },
  })
  return { ...events, reported }
}

const ASKED_BY_KEY = new Set(['eventDetails', 'affiliationDetails', 'revisions'])

function countingStore(store: GraphStore, touched: Touched): GraphStore {
  return new Proxy(store, {
    get(of, key) {
      const value = Reflect.get(of, key, of) as unknown
      if (key === 'under') return () => countingStore(of, touched)
      if (typeof value !== 'function') return value
      return async (...given: readonly unknown[]) => {
        const [first] = given
        if (ASKED_BY_KEY.has(String(key)) && Array.isArray(first)) touched.records += first.length
        const found: unknown = await (value.bind(of) as (...all: readonly unknown[]) => unknown)(...given)
        if (key === 'merges') touched.records += (found as readonly unknown[]).length
        if (key === 'audit') touched.records += (found as { readonly entries: readonly unknown[] }).entries.length
        return found
      }
    },
  })
}

/** Objects, lists, and values in them: everything but the whole. */
export function valuesIn(data: unknown): number {
  let count = 0
  const open = [data]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    for (const each of Object.values(next)) {
      count++
      open.push(each)
    }
  }
  return count
}
