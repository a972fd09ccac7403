import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** What is known of one request while it is answered, for its line in the log. Whoever finds something out adds it with `note`. */
export interface RequestNotes {
  readonly requestId: string
  /** Null: nobody who is known. */
  principal: string | null
  /** The name of the operation as it was asked; null: none was named, or none was found. */
  operation: string | null
  /** Of the first error; null: there is none. */
  code: string | null
  /** As estimated before it ran. */
  cost: number | null
  /** What its calls of the store took, by name of the statement. */
  readonly statements: Map<string, Spent>
}

export interface Spent {
  times: number
  ms: number
}

const under = new AsyncLocalStorage<RequestNotes>()

/** Does the work as that of a request: what it calls, now or later, adds to these notes. */
export function noting<T>(notes: RequestNotes, work: () => T): T {
  return under.run(notes, work)
}

export function newNotes(): RequestNotes {
  return { requestId: randomUUID(), principal: null, operation: null, code: null, cost: null, statements: new Map() }
}

/** The notes of the request that is being answered; null where there is none. */
export function notesNow(): RequestNotes | null {
  return under.getStore() ?? null
}

/** Adds what was found out about the request that is being answered; nothing where there is none. */
export function note(found: Partial<Pick<RequestNotes, 'principal' | 'operation' | 'code' | 'cost'>>): void {
  const notes = under.getStore()
  if (notes) Object.assign(notes, found)
}

/** The id of the request that is being answered. */
export function requestIdNow(): string {
  return under.getStore()?.requestId ?? randomUUID()
}
