import type { GraphStore } from '../store/graph-store.ts'

/** Carries out one call of the store, or refuses to. @param writes whether it may change what the store holds. */
export type Guard = <T>(work: () => Promise<T>, writes: boolean) => Promise<T>

const STREAMS: ReadonlySet<string | symbol> = new Set<keyof GraphStore>(['codedRows', 'eventColumns', 'everything'])
const WRITES: ReadonlySet<string | symbol> = new Set<keyof GraphStore>([
  'apply',
  'beginImport',
  'finishImport',
  'importBatch',
  'markMirrors',
  'reload',
  'takeOver',
  'undoImport',
])
/** Asked of the store itself: to find out whether it is there is what health is for. */
const FREE: ReadonlySet<string | symbol> = new Set<keyof GraphStore>(['capabilities', 'health'])

/** A store whose every call goes through a guard; of a stream, each piece. */
export function guarded(store: GraphStore, guard: Guard, close: () => Promise<void>): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (name === 'close') return close
      if (name === 'under') return (signal: AbortSignal) => guarded(target.under(signal), guard, close)
      if (typeof member !== 'function') return member
      const method = member as (...args: unknown[]) => unknown
      if (FREE.has(name)) return method.bind(target)
      if (STREAMS.has(name)) return (...args: unknown[]) => pieces(method.apply(target, args) as Stream, guard)
      return (...args: unknown[]) => guard(async () => method.apply(target, args), WRITES.has(name))
    },
  })
}

type Stream = AsyncIterable<unknown>

async function* pieces(stream: Stream, guard: Guard): AsyncGenerator<unknown> {
  const iterator = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await guard(() => iterator.next(), false)
      if (done === true) return
      yield value
    }
  } finally {
    // Not awaited: it comes to its end when the piece under way does, which may be long after the store fell silent.
    void iterator.return?.().catch(() => {})
  }
}
