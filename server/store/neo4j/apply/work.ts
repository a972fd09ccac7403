import type { RecordKey } from '../../../domain/record-key.ts'
import type { Batch } from '../../graph-store.ts'
import { writerOf, type Notes } from '../../notes.ts'
import type { CypherValue, Ids, Read, Write } from '../cypher.ts'
import { StrayIdError } from '../errors.ts'
import { prefixOf } from '../read-collection.ts'
import type { Transaction } from '../run.ts'

/** One batch under way. */
export interface Work {
  readonly transaction: Transaction
  readonly batch: Batch
  /** The version that the batch makes. */
  readonly version: number
  readonly notes: Notes
  /** Ids of the collections that records of the batch belong to and that will be there. */
  collections: ReadonlyMap<string, string>
  /** Ids of events that are new, differ or went. */
  readonly events: Set<string>
  /** Whether an actor, affiliation, source or collection is new, differs or went. */
  everything: boolean
  /** Records that are new, differ or went. */
  changed: number
}

/** Records that one statement takes. */
const AT_ONCE = 5_000

export function* chunksOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += AT_ONCE) yield list.slice(at, at + AT_ONCE)
}

/** Runs a statement over many records, some thousand at a time. */
export async function runRows<R extends CypherValue>(
  transaction: Transaction,
  statement: Write<{ readonly rows: readonly R[] }>,
  rows: readonly R[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) await transaction.run(statement, { rows: chunk })
}

export async function runIds(transaction: Transaction, statement: Write<Ids>, ids: Iterable<string>): Promise<void> {
  for (const chunk of chunksOf([...ids])) await transaction.run(statement, { ids: chunk })
}

/** What a statement finds for different ids, some thousand at a time. */
export async function findByIds<Raw extends readonly unknown[], Row>(
  transaction: Transaction,
  query: Read<Ids, Raw, Row>,
  ids: Iterable<string>,
): Promise<Row[]> {
  const found: Row[] = []
  for (const chunk of chunksOf([...new Set(ids)])) found.push(...(await transaction.all(query, { ids: chunk })))
  return found
}

/** Which of these ids are there, each by itself. */
export async function present(
  transaction: Transaction,
  query: Read<Ids, readonly [string], string>,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  return new Map((await findByIds(transaction, query, ids)).map((id) => [id, id]))
}

/** What each record carries: who wrote it last, and when. */
export type Signature = { readonly writtenBy: string; readonly writer: string; readonly version: number }

export function signature({ batch, version }: Work, key: RecordKey): Signature {
  const { by, name } = writerOf(batch, key)
  return { writtenBy: by, writer: name, version }
}

/** The store finds what a collection owns by the beginning of ids. @throws StrayIdError */
export function demandOwnId({ id, collection }: { readonly id: string; readonly collection: string }): void {
  if (!id.startsWith(prefixOf(collection))) throw new StrayIdError(id, collection)
}
