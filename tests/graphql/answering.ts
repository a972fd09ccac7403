import { graphql, type ExecutionResult } from 'graphql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionContents } from '../../server/domain/records.ts'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { openMemory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'

/** The schema over a real store in a folder of its own. */
export interface Answering {
  readonly store: GraphStore
  /** The data of an answer, of the shape that the query asks for. Throws where there are errors. */
  ask<T = unknown>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<T>
  /** The whole result, errors and all. */
  execute(query: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>
  /** Names of the statements that a query made. */
  statementsOf(query: string, variables?: Readonly<Record<string, unknown>>): Promise<readonly string[]>
  close(): Promise<void>
}

const schema = createSchema()

/** @param fill writes what the store is to hold. */
export async function answering(fill: (store: GraphStore) => Promise<unknown>): Promise<Answering> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-graphql-'))
  let statements: string[] = []
  const store = openSqliteStore(join(folder, 'entente.sqlite'), { onStatement: (name) => statements.push(name) })
  await fill(store)
  const memory = openMemory(store)
  await memory.load()

  const execute: Answering['execute'] = (source, variableValues = {}) =>
    graphql({ schema, source, variableValues, contextValue: createContext({ store, memory }) })
  const ask = async <T>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<T> => {
    const { data, errors } = await execute(query, variables)
    if (errors) throw new AggregateError(errors, errors.map((error) => error.message).join('\n'))
    return data as T
  }
  return {
    store,
    execute,
    ask,
    async statementsOf(query, variables) {
      statements = []
      await ask(query, variables)
      return statements
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A store that holds these collections. */
export function holding(...all: readonly CollectionContents[]): Promise<Answering> {
  return answering(async (store) => {
    for (const { collection, ...lists } of all) {
      await store.apply({ writer: { by: 'LOAD', name: collection.id }, collections: [collection], ...lists })
    }
  })
}
