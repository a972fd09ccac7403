import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createExporter } from '../../server/cli/exporting.ts'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { createRecorders } from '../../server/hand/create-recorder.ts'
import type { Grant } from '../../server/http/access/tokens.ts'
import { createApp } from '../../server/http/app.ts'
import { silentLog } from '../../server/http/log.ts'
import type { Asking } from '../../server/http/yoga.ts'
import { seedIfNew } from '../../server/ingest/load.ts'
import { openMemory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { post, serveApp } from '../support/http.ts'
import { accessFor } from '../support/tiny-app.ts'

/** The seeded case. */
export const CASE = 'caribbean-strikes-2025'

/** Evidence of the one document that the seeded case rests on, as it stands in a query. */
export const WORD = { source: `${CASE}/realist-english`, paraphrase: 'It is told so.' }

export interface Told {
  readonly message: string
  readonly extensions: Readonly<Record<string, unknown>>
}

/** The whole front over a real store that holds the seeded case: what is asked goes through HTTP. */
export interface Serving {
  readonly store: GraphStore
  readonly file: string
  readonly address: string
  /** The data of an answer, of the shape that the query asks for. Throws where there are errors. */
  ask<T = unknown>(query: string, variables?: object): Promise<T>
  /** The one error of an answer. */
  refusal(query: string, variables?: object): Promise<Told>
  close(): Promise<void>
}

const schema = createSchema()

const seeds = mkdtempSync(join(tmpdir(), 'entente-seeded-'))
// Files share it, where one process runs them.
process.once('exit', () => rmSync(seeds, { recursive: true, force: true }))
let seeded: Promise<string> | null = null

/** A file that holds the seeded case, made once for all tests of a file. */
async function makeSeeded(): Promise<string> {
  const file = join(seeds, 'entente.sqlite')
  const store = openSqliteStore(file)
  await seedIfNew(store, SEEDED_CASE)
  await store.close()
  return file
}

export interface ServingOptions {
  readonly cypher?: boolean
  /** Left out: nobody is asked for a token. */
  readonly grants?: readonly Grant[]
}

export async function serving({ grants = [], ...options }: ServingOptions = {}): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-serving-'))
  const file = join(folder, 'entente.sqlite')
  copyFileSync(await (seeded ??= makeSeeded()), file)
  const store = openSqliteStore(file)
  const memory = openMemory(store)
  await memory.load()
  const recorders = createRecorders({ store: memory.store, memory })
  const defects: object[] = []
  const contextOf = (asking: Asking) => createContext({ store: memory.store, memory, recorders, ...options, ...asking })
  const served = await serveApp(
    createApp({
      schema,
      access: accessFor({ grants }),
      createContext: contextOf,
      exporter: createExporter(schema, contextOf),
      readiness: () => ({ ready: true, says: 'Entente is ready.', eventsRead: 0 }),
      introspection: true,
      clientFolder: '/nowhere',
      // A defect fails the test that met it, with what it was.
      log: { ...silentLog, error: (message, details) => defects.push({ message, ...details }) },
    }),
  )
  const execute = async (query: string, variables: object = {}) => {
    const { text } = await post(served.address, { query, variables })
    expect(defects).toEqual([])
    return JSON.parse(text) as { readonly data?: unknown; readonly errors?: readonly Told[] }
  }
  return {
    store,
    file,
    address: served.address,
    async ask<T>(query: string, variables?: object) {
      const { data, errors } = await execute(query, variables)
      expect(errors).toBeUndefined()
      return data as T
    },
    async refusal(query, variables) {
      const { errors = [] } = await execute(query, variables)
      expect(errors).toHaveLength(1)
      return errors[0] as Told
    },
    async close() {
      await served.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
