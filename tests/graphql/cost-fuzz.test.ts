import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { getOperationAST, getVariableValues, GraphQLError, parse, validate, type DocumentNode } from 'graphql'
import { expect, test } from 'vitest'
import { estimate, type Estimate } from '../../server/graphql/cost/estimate.ts'
import { sizesOf } from '../../server/graphql/cost/sizes.ts'
import { LOCAL } from '../../server/graphql/principal.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { createGraphQLServer } from '../../server/http/yoga.ts'
import { randomDocument, type RandomDocument } from '../support/random-documents.ts'
import { numRuns, randomFrom, seed } from '../support/samples.ts'
import { costWorld, type CostWorld } from './cost-worlds.ts'
import { metered, valuesIn, type Touched } from './metered.ts'

const schema = createSchema()
const DOCUMENTS = numRuns(800, 100_000)
const WORLDS = numRuns(3, 40)

/** How what is not valid is refused; yoga looks for the operation before it validates. */
const REFUSALS = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'COST_LIMIT_EXCEEDED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]

/** What graphql-js itself says of a request, without any limit of ours. */
type Verdict =
  | { readonly is: 'unread' }
  | { readonly is: 'invalid' }
  | { readonly is: 'valid'; readonly found: Estimate | null }

function verdictOf(query: string, given: Readonly<Record<string, unknown>>, world: CostWorld): Verdict {
  let document: DocumentNode
  try {
    // More of them than are ever read, but not so many that the rules of graphql-js never come to an end.
    document = parse(query, { maxTokens: 3_000 })
  } catch (error) {
    // Its parser calls itself for each bracket, until there is no stack left.
    if (error instanceof GraphQLError || error instanceof RangeError) return { is: 'unread' }
    throw error
  }
  if (validate(schema, document).length > 0) return { is: 'invalid' }
  const operation = getOperationAST(document)
  if (!operation) return { is: 'valid', found: null }
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (!coerced) return { is: 'valid', found: null }
  const sizes = sizesOf(world.snapshot)
  return { is: 'valid', found: estimate({ schema, document, operation, variables: coerced, sizes }) }
}

interface Told {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

/** The whole of what answers GraphQL, without a connection before it. */
function answeringIn(world: CostWorld) {
  const defects: unknown[] = []
  let touched: Touched = { rows: 0, records: 0 }
  const yoga = createGraphQLServer({
    schema,
    introspection: true,
    createContext: () => {
      const meter = metered(world.store, world.snapshot)
      touched = meter.touched
      return meter.context
    },
    log: {
      info: () => {},
      error: (message: string, details?: object) => defects.push({ message, ...details }),
    } as never,
  })
  return async (body: string) => {
    touched = { rows: 0, records: 0 }
    const request = new yoga.fetchAPI.Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const before = process.cpuUsage()
    const response = await yoga.handleRequest(request, {
      requestId: randomUUID(),
      principal: LOCAL,
      signal: new AbortController().signal,
    })
    const told = JSON.parse(await response.text()) as Told
    const { user, system } = process.cpuUsage(before)
    return { told, touched, cpu: (user + system) / 1000, defects: defects.splice(0) }
  }
}

/** Bytes of a document taken out, doubled, exchanged, or replaced by others that mean something. */
function mutated(text: string, random: () => number): string {
  const bytes = Buffer.from(text)
  const below = (end: number) => Math.floor(random() * end)
  const signs = Buffer.from('{}()[]:$@!."\\#,|&= \n\u0000\u00e9\ud83d0-')
  for (let n = 1 + below(4); n > 0 && bytes.length > 0; n--) {
    const at = below(bytes.length)
    if (random() < 0.5) bytes[at] = signs[below(signs.length)] as number
    else bytes.copyWithin(at, below(bytes.length))
  }
  return bytes.toString()
}

/** Of every form: right, half right, spoilt in bytes, and, seldom, far too large in one of its parts. */
function anyDocument(world: CostWorld, random: () => number): RandomDocument {
  const form = random()
  if (form < 0.35) return randomDocument(schema, random, world.words)
  if (form < 0.45) return randomDocument(schema, random, world.words, { mutation: true })
  const { query, variables } = randomDocument(schema, random, world.words, { spoilt: form < 0.75 ? 0.04 : 0 })
  if (form < 0.75) return { query, variables }
  if (form < 0.97) return { query: mutated(query, random), variables }
  const often = 10 ** (1 + Math.floor(random() * 4))
  const oversized = [
    () => query.replace('{', `{ ${'version '.repeat(often)}`),
    () => query.replace('{', `{ ${Array.from({ length: often }, (_, at) => `x${at}: stats { events }`).join(' ')}`),
    () => query.replace('{', `${'@skip(if: false) '.repeat(often)} {`),
    () => '{ a '.repeat(often),
    () => `{ version(a: ${'['.repeat(often)}) }`,
    () =>
      `${query} ${Array.from({ length: often }, (_, at) => `fragment X${at} on Actor { ...X${at + 1} a: top { ...X${at + 1} } }`).join(' ')}`,
    () => `${'#\n'.repeat(often)}${query}`,
  ]
  return { query: (oversized[Math.floor(random() * oversized.length)] as () => string)(), variables }
}

/** Milliseconds of CPU. */
const DEAR = 5

/** Garbage that is collected, and code that is compiled meanwhile, count too: so what was dear is asked again, in other words. */
async function leastOf(
  cpu: number,
  ask: ReturnType<typeof answeringIn>,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<number> {
  let least = cpu
  for (const comment of ['#', '##', '###']) {
    const again = await ask(JSON.stringify({ query: `${comment}\n${query}`, variables }))
    least = Math.min(least, again.cpu)
  }
  return least
}

test(
  'no document brings the server down, each answer stays within its estimate, each other is refused',
  async () => {
    const random = randomFrom(seed() + 1)
    const counts: Record<string, number> = {}
    const refusals: { readonly cpu: number; readonly query: string }[] = []
    for (let at = 0; at < WORLDS; at++) {
      const world = await costWorld(seed() + at)
      const ask = answeringIn(world)
      for (let n = 0; n < DOCUMENTS / WORLDS; n++) {
        const { query, variables } = anyDocument(world, random)
        const verdict = verdictOf(query, variables, world)
        const { told, touched, cpu, defects } = await ask(JSON.stringify({ query, variables }))
        const says = `${query.slice(0, 3000)}\n${JSON.stringify(variables)}\n${JSON.stringify({ world: seed() + at, told, verdict, touched })}`
        expect(defects, says).toEqual([])
        const isRefused = !('data' in told)
        const code = isRefused ? (told.errors?.[0]?.extensions.code ?? 'none') : 'answered'
        counts[code] = (counts[code] ?? 0) + 1
        if (isRefused) refusals.push({ cpu: cpu < DEAR ? cpu : await leastOf(cpu, ask, query, variables), query })
        // What is too large may be refused before anybody reads that it is not right.
        if (verdict.is !== 'valid') {
          expect(REFUSALS, says).toContain(code)
          continue
        }
        expect(['answered', 'COST_LIMIT_EXCEEDED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE'], says).toContain(
          code,
        )
        if (isRefused || verdict.found === null) continue
        expect(valuesIn(told.data) <= verdict.found.values, says).toBe(true)
        expect(touched.records <= verdict.found.records, says).toBe(true)
      }
      await world.close()
    }
    // The sample has some of every kind.
    for (const code of ['answered', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'COST_LIMIT_EXCEEDED']) {
      expect(counts[code], code).toBeGreaterThan(DOCUMENTS / 500)
    }
    report(counts, refusals)
  },
  numRuns(60_000, 3_600_000),
)

/** Figures of a machine, so they are told and not tested. */
function report(
  counts: Readonly<Record<string, number>>,
  refusals: readonly { readonly cpu: number; readonly query: string }[],
) {
  const folder = process.env['ENTENTE_FUZZ_REPORT']
  if (!folder) return
  const byCpu = refusals.toSorted((a, b) => a.cpu - b.cpu)
  const at = (share: number) => byCpu[Math.floor((byCpu.length - 1) * share)]
  mkdirSync(folder, { recursive: true })
  const told = {
    counts,
    cpuOfRefusals: { median: at(0.5)?.cpu, p99: at(0.99)?.cpu, p999: at(0.999)?.cpu, most: at(1)?.cpu },
    dearest: byCpu.slice(-10).map(({ cpu, query }) => ({ cpu, query: query.slice(0, 300), length: query.length })),
  }
  writeFileSync(`${folder}/fuzz.json`, `${JSON.stringify(told, null, 2)}\n`)
}
