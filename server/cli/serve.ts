import { Option, type Command } from 'commander'
import { toDataFolder, toServeConfig, type ServeSettings } from '../config.ts'
import { DEFAULT_UPLOAD_LIMIT, toUploadConfig, type UploadSettings } from '../http/imports/upload-settings.ts'
import { toLogConfig, type LogSettings } from '../http/watch/log-settings.ts'
import { addAccessOptions } from './access-options.ts'
import { addHoldingOptions, toHolding, type HoldingSettings } from './holding-options.ts'
import { addLogOptions } from './log-options.ts'
import { toStoreChoice } from './open-store.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'

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
  addLogOptions(addAccessOptions(addHoldingOptions(addStoreOptions(serveCommand))))
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
    .addOption(
      new Option('--upload-limit <bytes>', 'how large a file may be that is sent to be imported, such as 2GB')
        .env('ENTENTE_UPLOAD_LIMIT')
        .default(DEFAULT_UPLOAD_LIMIT),
    )
    .action(async (settings: ServeSettings & StoreSettings & HoldingSettings & LogSettings & UploadSettings) => {
      const config = toServeConfig(settings)
      const uploads = toUploadConfig(toDataFolder(settings.data), settings)
      const choice = toStoreChoice(settings)
      const holding = toHolding(settings)
      const logging = toLogConfig(settings, process.stderr.isTTY)
      // Most of what a process loads is here, and no other command needs it.
      const { serve } = await import('./serve-until-stopped.ts')
      await serve({ config, choice, holding, logging, uploads })
    })
}
