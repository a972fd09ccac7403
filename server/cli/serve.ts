import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Option, type Command } from 'commander'
import { storeFile, toServeConfig, type ServeConfig, type ServeSettings } from '../config.ts'
import { createContext } from '../graphql/context.ts'
import { createSchema } from '../graphql/schema.ts'
import { createApp } from '../http/app.ts'
import { drain, listen } from '../http/listen.ts'
import { stderrLog as log } from '../http/log.ts'
import type { Readiness } from '../http/readiness.ts'
import { stopSignal } from '../http/stop-signal.ts'
import { seedIfNew } from '../ingest/load.ts'
import { openMemory, type MemoryState } from '../memory/memory.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import { dataOption } from './data-option.ts'
import { SEEDED_CASE } from './seeded-case.ts'

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** How long answers under way may take after a stop was asked for, milliseconds. */
const GRACE = 10_000

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('Serve the page and GraphQL until stopped. Each flag may stand in the environment instead.')
    .addOption(new Option('--port <port>', 'port to listen at; 0 takes a free one').env('PORT').default('4000'))
    .addOption(new Option('--host <host>', 'address to listen at; loopback only').env('HOST').default('127.0.0.1'))
    .addOption(dataOption())
    .addOption(
      new Option('--introspection <on|off>', 'whether the schema may be asked for; GraphiQL goes with it')
        .env('ENTENTE_INTROSPECTION')
        .default('on'),
    )
    .action((settings: ServeSettings) => serve(toServeConfig(settings)))
}

/** Serves until a signal stops it. The ready line on standard output is written when every question can be answered. */
async function serve(config: ServeConfig): Promise<void> {
  const stop = stopSignal()
  const store = openSqliteStore(storeFile(config.dataFolder))
  const memory = openMemory(store)
  const server = createServer(
    createApp({
      schema: createSchema(),
      createContext: () => createContext({ store, memory }),
      readiness: () => toReadiness(memory.state()),
      introspection: config.introspection,
      clientFolder: CLIENT,
      log,
    }),
  )
  try {
    const address = await listen(server, config.host, config.port)
    const prepared = seedIfNew(store, SEEDED_CASE).then(() => memory.load())
    const stopped = await Promise.race([prepared.then(() => false), stop.then(() => true)])
    if (!stopped) process.stdout.write(`Entente is ready at ${address}\n`)
    await stop
  } finally {
    await drain(server, GRACE)
    await store.close()
  }
}

function toReadiness({ ready, eventsRead }: MemoryState): Readiness {
  const says = ready
    ? 'Entente is ready.'
    : `Entente is reading its events (${eventsRead} so far). Try again in a moment.`
  return { ready, says, eventsRead }
}
