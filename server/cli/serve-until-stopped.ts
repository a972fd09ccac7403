import { fileURLToPath } from 'node:url'
import type { ServeConfig } from '../config.ts'
import { createSchema } from '../graphql/schema.ts'
import { Access } from '../http/access/access.ts'
import { createApp } from '../http/app.ts'
import { ImportDesk } from '../http/imports/desk.ts'
import type { UploadConfig } from '../http/imports/upload-settings.ts'
import { Gate } from '../http/limits/gate.ts'
import { createFront } from '../http/limits/timeouts.ts'
import { drain, listen } from '../http/listen.ts'
import { stopSignal } from '../http/stop-signal.ts'
import { createLog } from '../http/watch/create-log.ts'
import type { LogConfig } from '../http/watch/log-settings.ts'
import { createMetrics } from '../http/watch/metrics.ts'
import { showReadings } from '../http/watch/readings.ts'
import { createStoreCalls } from '../http/watch/store-calls.ts'
import { createWatch } from '../http/watch/watch.ts'
import type { Holding } from '../memory/holding.ts'
import { createExporter } from './exporting.ts'
import { createImporter } from './import-thread.ts'
import { nameOfStore, secretsOf, type StoreChoice } from './open-store.ts'
import { Serving } from './serving.ts'

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** How long answers under way may take after a stop was asked for, milliseconds. */
const GRACE = 10_000

/** How to serve. */
export interface Told {
  readonly config: ServeConfig
  readonly choice: StoreChoice
  readonly holding: Holding
  readonly logging: LogConfig
  readonly uploads: UploadConfig
}

/** Serves until a signal stops it. The ready line on standard output is written when every question can be answered. */
export async function serve({ config, choice, holding, logging, uploads }: Told): Promise<void> {
  const stop = stopSignal()
  const log = createLog({ ...logging, secrets: [...secretsOf(choice), ...config.grants.map(({ token }) => token)] })
  const metrics = createMetrics({ ofProcess: true })
  const watch = createWatch({ log, slowMs: logging.slowMs, metrics })
  const storeCalls = createStoreCalls(metrics)
  const serving = new Serving(choice, { holding, cypher: config.cypher, log, storeCalls })
  const access = new Access({ ...config, log })
  const gate = new Gate()
  const imports = new ImportDesk({ ...uploads, log, importer: createImporter(choice, () => serving.store) })
  showReadings(metrics, {
    columns: () => serving.columns(),
    gate: () => gate.state,
    sessions: () => access.sessions,
    storeCalls: () => storeCalls.underWay,
  })
  const schema = createSchema()
  const server = createFront(
    createApp({
      schema,
      access,
      createContext: (asking) => serving.createContext(asking),
      readiness: () => serving.state(),
      introspection: config.introspection,
      clientFolder: CLIENT,
      log,
      imports,
      exporter: createExporter(schema, (asking) => serving.createContext(asking)),
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
    await imports.close()
    await drain(server, GRACE)
    await serving.close()
  }
  // A connection that is still being tried would hold the process until it fails.
  if (!prepared) process.exit(0)
}
