import { Option, type Command } from 'commander'

/** Lets a command be told how to log: its settings are `LogSettings`. */
export function addLogOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--log <json|text>', 'how the log is written (left out: text on a terminal, else json)').env(
        'ENTENTE_LOG',
      ),
    )
    .addOption(
      new Option('--log-level <level>', 'debug, info, warn, error or silent (left out: info)').env('ENTENTE_LOG_LEVEL'),
    )
    .addOption(
      new Option('--slow-ms <ms>', 'a request that takes longer is logged with its statements (left out: 1000)').env(
        'ENTENTE_SLOW_MS',
      ),
    )
}
