import { Option, type Command } from 'commander'

/** Lets a command be told who may come in: its settings are `AccessSettings`. */
export function addAccessOptions(command: Command): Command {
  for (const option of accessOptions()) command.addOption(option)
  return command
}

function accessOptions(): readonly Option[] {
  const beware = 'other users may read a flag, not the environment'
  return [
    new Option('--read-tokens <list>', `tokens that may read, as name:token,name:token; ${beware}`).env(
      'ENTENTE_READ_TOKENS',
    ),
    new Option('--write-tokens <list>', `tokens that may read and write, by name; ${beware}`).env(
      'ENTENTE_WRITE_TOKENS',
    ),
    new Option('--public-url <address>', 'where others see the page behind a proxy; needs tokens').env(
      'ENTENTE_PUBLIC_URL',
    ),
  ]
}
