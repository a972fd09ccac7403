import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const DEEP = process.env['DEEP'] === '1'

/** Files of this name are too long for every day. */
const LONG = '**/*.deep.test.ts'

/** A tier of tests is a folder of tests/ and a project here: `vitest run --project unit`; those of the page are `unit-client`. The limit, in milliseconds, ends what hangs. */
function tier(name: string, limit: number) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      exclude: DEEP ? [] : [LONG],
      testTimeout: limit,
      hookTimeout: limit,
    },
  }
}

/** `neo4j` is for whole processes on Neo4j; `store` for the stores by themselves. Neo4j is started when the first test file asks for it. */
function withNeo4j(project: ReturnType<typeof tier>) {
  return { ...project, test: { ...project.test, globalSetup: ['tests/support/neo4j-broker.ts'] } }
}

/** All files share one browser and, where they write nothing, one server. */
function withPage(project: ReturnType<typeof tier>) {
  return { ...project, test: { ...project.test, globalSetup: ['tests/support/page-lender.ts'], isolate: false } }
}

/** Files of one worker share what they import: for those whose modules keep nothing that a test could meet again. */
function sharing(project: ReturnType<typeof tier>) {
  return { ...project, test: { ...project.test, isolate: false } }
}

/** The page's modules keep what the page shows, so each file of theirs has its own. */
function ofPage(project: ReturnType<typeof tier>) {
  return {
    ...project,
    test: { ...project.test, name: 'unit-client', include: ['tests/unit/client/**/*.test.{ts,tsx}'] },
  }
}

function exceptPage(project: ReturnType<typeof tier>) {
  return { ...project, test: { ...project.test, exclude: [...project.test.exclude, 'tests/unit/client/**'] } }
}

export default defineConfig({
  // The file that Node itself takes: with another beside it there are two GraphQLErrors, and neither is an instance of the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    environment: 'node',
    // Processes that tests start are compiled once, not each time.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
    // Many tests wait for another process, so two cores have room for two files.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['tests/support/seeded.ts'],
    projects: [
      sharing(exceptPage(tier('unit', DEEP ? 1_800_000 : 60_000))),
      ofPage(tier('unit', DEEP ? 1_800_000 : 60_000)),
      withNeo4j(tier('store', DEEP ? 1_800_000 : 60_000)),
      sharing(tier('graphql', 60_000)),
      tier('cli', 60_000),
      withNeo4j(tier('neo4j', DEEP ? 1_800_000 : 120_000)),
      withPage(tier('e2e', 120_000)),
    ],
  },
})
