import { fileURLToPath } from 'node:url'
import { Option, type Command } from 'commander'
import { toServeConfig, type ServeConfig, type ServeSettings } from '../config.ts'
import { createSchema } from '../graphql/schema.ts'
import { Access } from '../http/access/access.ts'
import { createApp } from '../http/app.ts'
import { Gate } from '../http/limits/gate.ts'
import { createFront } from '../http/limits/timeouts.ts'
import { drain, listen } from '../http/listen.ts'
import { stopSignal } from '../http/stop-signal.ts'
import { createLog } from '../http/watch/create-log.ts'
import { toLogConfig, type LogConfig, type LogSettings } from '../http/watch/log-settings.ts'
import { createMetrics } from '../http/watch/metrics.ts'
import { showReadings } from '../http/watch/readings.ts'
import { createStoreCalls } from '../http/watch/store-calls.ts'
import { createWatch } from '../http/watch/watch.ts'
import { addAccessOptions } from './access-options.ts'
import { addLogOptions } from './log-options.ts'
import { nameOfStore, secretsOf, toStoreChoice, type StoreChoice } from './open-store.ts'
import { Serving } from './serving.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** How long answers under way may take after a stop was asked for, milliseconds. */
const GRACE = 10_000

export function registerServe(program: Command): void {
  const serveCommand = program
    .command('serve')
    .description('Serve the page and GraphQL until stopped. Each flag may stand in the environment instead.')
    .addOption(new Option('--port <port>', 'port to listen at; 0 takes a free one').env('PORT').default('4000'))
    .addOption(
      new Option('--host <host>', 'address to listen at; beyond this machine only with tokens')
        .env('HOST')
        .default('127.0.0.1'),
    )
  addLogOptions(addAccessOptions(addStoreOptions(serveCommand)))
    .addOption(
      new Option(
        '--introspection <on|off>',
        'whether the schema may be asked for; GraphiQL goes with it (left out: on without tokens, off with them)',
      ).env('ENTENTE_INTROSPECTION'),
    )
    .addOption(
      new Option('--cypher <on|off>', 'whether users may write queries of their own, on Neo4j')
        .env('ENTENTE_CYPHER')
        .default('off'),
    )
    .action((settings: ServeSettings & StoreSettings & LogSettings) =>
      serve(toServeConfig(settings), toStoreChoice(settings), toLogConfig(settings, process.stderr.isTTY)),
    )
}

/** Serves until a signal stops it. The ready line on standard output is written when every question can be answered. */
async function serve(config: ServeConfig, choice: StoreChoice, logging: LogConfig): Promise<void> {
  const stop = stopSignal()
  const log = createLog({ ...logging, secrets: [...secretsOf(choice), ...config.grants.map(({ token }) => token)] })
  const metrics = createMetrics({ ofProcess: true })
  const watch = createWatch({ log, slowMs: logging.slowMs, metrics })
  const storeCalls = createStoreCalls(metrics)
  const serving = new Serving(choice, { cypher: config.cypher, log, storeCalls })
  const access = new Access({ ...config, log })
  const gate = new Gate()
  showReadings(metrics, {
    columns: () => serving.columns(),
    gate: () => gate.state,
    sessions: () => access.sessions,
    storeCalls: () => storeCalls.underWay,
  })
  const server = createFront(
    createApp({
      schema: createSchema(),
      access,
      createContext: (asking) => serving.createContext(asking),
      readiness: () => serving.state(),
      introspection: config.introspection,
      clientFolder: CLIENT,
      log,
      watch,
      gate,
    }),
  )
  let prepared = false
  let stopped = false
  try {
    const address = await listen(server, config.host, config.port)
    log.info(`The store is ${nameOfStore(choice)}.`)
    const preparing = serving.prepare().then(() => (prepared = true))
    await Promise.race([preparing, stop.then(() => (stopped = true))])
    if (!stopped) process.stdout.write(`Entente is ready at ${address}\n`)
    await stop
  } finally {
    await drain(server, GRACE)
    await serving.close()
  }
  // A connection that is still being tried would hold the process until it fails.
  if (!prepared) process.exit(0)
}
