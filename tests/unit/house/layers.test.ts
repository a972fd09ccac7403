import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { lintTree, type Said } from '../../support/lint-tree.ts'

/** A file of one import: where it stands, what it imports, and the beginning of what lint says to it. */
type Forbidden = readonly [folder: string, statement: string, says: string]

const PURE = 'The domain is pure'
const OUTSIDE = 'The domain imports nothing of the project'
const DATABASE = 'Only server/store/sqlite opens a database'
const BOLT = 'Only server/store/neo4j speaks to Neo4j'
const PORT = 'Of a store only the port'
const NO_CLIENT = 'The server never imports the client'
const NO_SERVER = 'The client never imports the server'
const STORE = 'A store imports the domain and the port'
const OTHER = 'A store never imports another'
const MEMORY = 'The memory imports the domain and the port'
const INGEST = 'Ingest imports the domain and the port'
const EGRESS = 'The way out imports the domain and the port'
const HAND = 'What records by hand imports the domain'
const GRAPHQL = 'GraphQL imports the domain, the memory, the port and what records by hand'
const CANVAS = 'Only client/canvas knows Cytoscape'
const BROWSER = 'The client runs in a browser'
const API = 'client/api speaks GraphQL'
const NO_REACT = 'client/state knows no React'
const STATE = 'client/state imports client/api only'
const DRAWS = 'client/canvas knows Cytoscape'
const TYPES = 'client/canvas takes types'
const PANELS = 'Panels read client/state'

const FORBIDDEN: readonly Forbidden[] = [
  ['server/domain', "import { readFileSync } from 'node:fs'", PURE],
  ['server/domain', "import { parse } from 'yaml'", PURE],
  ['server/domain', "const yaml = await import('yaml')", PURE],
  ['server/domain', "import type { GraphStore } from '../store/graph-store.ts'", OUTSIDE],
  ['server/domain', "import { main } from '../main.ts'", OUTSIDE],
  ['server/domain/columns', "import { readFileSync } from 'node:fs'", PURE],
  ['server/domain/columns', "import type { GraphStore } from '../../store/graph-store.ts'", OUTSIDE],
  ['server/store', "import Database from 'better-sqlite3'", DATABASE],
  ['server/store', "import { openMemory } from '../memory/memory.ts'", STORE],
  ['server/store/sqlite', "import { openMemory } from '../../memory/memory.ts'", STORE],
  ['server/store/sqlite', "import { main } from '../../main.ts'", STORE],
  ['server/memory', "import Database from 'better-sqlite3'", DATABASE],
  ['server/store/sqlite', "import neo4j from 'neo4j-driver'", BOLT],
  ['server/store/sqlite', "import { run } from '../neo4j/run.ts'", OTHER],
  ['server/store/neo4j', "import Database from 'better-sqlite3'", DATABASE],
  ['server/store/neo4j', "import { list } from '../sqlite/sql.ts'", OTHER],
  ['server/store/neo4j', "import { openMemory } from '../../memory/memory.ts'", STORE],
  ['server/cli', "import neo4j from 'neo4j-driver'", BOLT],
  ['server/memory', "import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'", PORT],
  ['server/memory', "import { createSchema } from '../graphql/schema.ts'", MEMORY],
  ['server/ingest', "import Database from 'better-sqlite3'", DATABASE],
  ['server/ingest', "import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'", PORT],
  ['server/ingest', "import { openMemory } from '../memory/memory.ts'", INGEST],
  ['server/egress', "import Database from 'better-sqlite3'", DATABASE],
  ['server/egress', "import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'", PORT],
  ['server/egress', "import { loadCase } from '../ingest/load.ts'", EGRESS],
  ['server/hand', "import Database from 'better-sqlite3'", DATABASE],
  ['server/hand', "import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'", PORT],
  ['server/hand', "import { createSchema } from '../graphql/schema.ts'", HAND],
  ['server/ingest', "import { createRecorder } from '../hand/create-recorder.ts'", INGEST],
  ['server/memory', "import { createRecorder } from '../hand/create-recorder.ts'", MEMORY],
  ['server/graphql/resolvers', "import Database from 'better-sqlite3'", DATABASE],
  ['server/graphql/resolvers', "import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts'", PORT],
  ['server/graphql/resolvers', "import { createApp } from '../../http/app.ts'", GRAPHQL],
  ['server/graphql', "import { readCase } from '../ingest/load.ts'", GRAPHQL],
  ['server/http', "import Database from 'better-sqlite3'", DATABASE],
  ['server/http', "import { view } from '../../client/state/view.ts'", NO_CLIENT],
  ['server/cli', "export { view } from '../../client/state/view.ts'", NO_CLIENT],
  ['client', "import type { Day } from '../server/domain/days.ts'", NO_SERVER],
  ['client', "import cytoscape from 'cytoscape'", CANVAS],
  ['client', "import { join } from 'node:path'", BROWSER],
  ['client/api', "import { view } from '../state/view.ts'", API],
  ['client/api', "import cytoscape from 'cytoscape'", CANVAS],
  ['client/state', "import { useState } from 'react'", NO_REACT],
  ['client/state', "import { useStore } from '@nanostores/react'", NO_REACT],
  ['client/state', "import { GraphCanvas } from '../canvas/graph-canvas.ts'", STATE],
  ['client/state', "import { Answer } from '../panels/Answer.tsx'", STATE],
  ['client/state', "import type { Core } from 'cytoscape'", CANVAS],
  ['client/canvas', "import { view } from '../state/view.ts'", TYPES],
  ['client/canvas', "import { request } from '../api/request.ts'", DRAWS],
  ['client/canvas', "import { useState } from 'react'", DRAWS],
  ['client/panels', "import { request } from '../api/request.ts'", PANELS],
  ['client/panels', "import type { Core } from 'cytoscape'", CANVAS],
]

const ALLOWED: readonly (readonly [folder: string, statement: string])[] = [
  ['server/domain', "import { parse } from 'edtf'"],
  ['server/domain', "import type { Day } from './days.ts'"],
  ['server/domain', "import { buildColumns } from './columns/build.ts'"],
  ['server/domain/columns', "import type { Day } from '../days.ts'"],
  ['server/store', "import type { Day } from '../domain/days.ts'"],
  ['server/store/sqlite', "import Database from 'better-sqlite3'"],
  ['server/store/sqlite', "import type { GraphStore } from '../graph-store.ts'"],
  ['server/store/sqlite', "import { readFileSync } from 'node:fs'"],
  ['server/store/neo4j', "import neo4j from 'neo4j-driver'"],
  ['server/store/neo4j', "import { isSame } from '../is-same.ts'"],
  ['server/memory', "import type { GraphStore } from '../store/graph-store.ts'"],
  ['server/memory', "import type { Day } from '../domain/days.ts'"],
  ['server/ingest/case', "import type { GraphStore } from '../../store/graph-store.ts'"],
  ['server/ingest/import', "import type { ImportStore } from '../../store/import-store.ts'"],
  ['server/ingest', "import { parse } from 'yaml'"],
  ['server/egress', "import type { GraphStore } from '../store/graph-store.ts'"],
  ['server/graphql/resolvers/Query', "import type { GraphStore } from '../../../store/graph-store.ts'"],
  ['server/hand', "import { openMemory } from '../memory/memory.ts'"],
  ['server/hand', "import { checkEvents } from '../ingest/case/check-events.ts'"],
  ['server/hand', "import type { GraphStore } from '../store/graph-store.ts'"],
  ['server/graphql', "import type { Recorder } from '../hand/recorder.ts'"],
  ['server/graphql', "import { openMemory } from '../memory/memory.ts'"],
  ['server/graphql', "import { GraphQLError } from 'graphql'"],
  ['server/http', "import { createSchema } from '../graphql/schema.ts'"],
  ['server/cli', "import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'"],
  ['client/api', "import type { Tie } from './generated/graphql.ts'"],
  ['client/state', "import { atom } from 'nanostores'"],
  ['client/state', "import { request } from '../api/request.ts'"],
  ['client/canvas', "import cytoscape from 'cytoscape'"],
  ['client/canvas', "import type { View } from '../state/view.ts'"],
  ['client/panels', "import { view } from '../state/view.ts'"],
  ['client/panels', "import { GraphCanvas } from '../canvas/graph-canvas.ts'"],
  ['client/panels', "import { useStore } from '@nanostores/react'"],
  ['client', "import { App } from './panels/App.tsx'"],
]

interface Config {
  overrides: { files: string[]; rules: Record<string, unknown> }[]
}

/** Of files that are named for their place in the lists. */
let said: readonly Said[] = []

function configOfHouse(): Config {
  return JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as Config
}

function fileOf(folder: string, name: string): string {
  return `${folder}/${name}.ts`
}

function sentencesOf(file: string): string[] {
  return said
    .filter((one) => one.file === file && one.code === 'eslint(no-restricted-imports)')
    .map((one) => one.sentence)
}

function messagesOf(rule: string): string[] {
  const rules = configOfHouse().overrides.map(({ rules }) => rules[rule])
  return JSON.stringify(rules).match(/(?<="message":")[^"]+/g) ?? []
}

beforeAll(() => {
  const files = new Map<string, string>()
  for (const [at, [folder, statement]] of FORBIDDEN.entries())
    files.set(fileOf(folder, `forbidden-${at}`), `${statement}\n`)
  for (const [at, [folder, statement]] of ALLOWED.entries())
    files.set(fileOf(folder, `allowed-${at}`), `${statement}\n`)
  said = lintTree(files)
})

describe('who may import whom', () => {
  test.each(FORBIDDEN.map((one, index) => [...one, index] as const))('%s refuses: %s', (folder, _, says, index) => {
    const sentences = sentencesOf(fileOf(folder, `forbidden-${index}`))
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toMatch(new RegExp(`^${says}`))
  })

  test.each(ALLOWED.map((one, index) => [...one, index] as const))('%s takes: %s', (folder, _, index) => {
    expect(sentencesOf(fileOf(folder, `allowed-${index}`))).toEqual([])
  })

  test('every sentence of the configuration is said to some import above', () => {
    const heard = new Set(said.map(({ sentence }) => sentence))
    expect(messagesOf('no-restricted-imports').filter((sentence) => !heard.has(sentence))).toEqual([])
  })

  test('every folder that has a rule is a folder of the house', () => {
    const folders = configOfHouse().overrides.flatMap(({ files }) => files.map((file) => file.replace(/\/?\*.*$/, '')))
    expect(folders.filter((folder) => folder !== '' && !existsSync(folder))).toEqual([])
  })
})
