import { Option, type Command } from 'commander'
import { totalmem } from 'node:os'
import { parseDay } from '../domain/days.ts'
import type { Holding } from '../memory/holding.ts'
import { SettingError } from '../setting-error.ts'

/** What is held in memory, as it was typed: flags, or the environment. */
export interface HoldingSettings {
  readonly memory?: string
  readonly collections?: string
  readonly since?: string
}

/** Lets a command be told what it holds in memory: its settings are `HoldingSettings`. */
export function addHoldingOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--memory <size>', 'most memory for events, such as 2GB (left out: half of what the machine has)').env(
        'ENTENTE_MEMORY',
      ),
    )
    .addOption(
      new Option('--collections <ids>', 'answer from the events of these collections alone, a comma between them').env(
        'ENTENTE_COLLECTIONS',
      ),
    )
    .addOption(
      new Option('--since <day>', 'leave out events that were over before this day, such as 2015-01-01').env(
        'ENTENTE_SINCE',
      ),
    )
}

/** @throws SettingError */
export function toHolding({ memory, collections, since }: HoldingSettings): Holding {
  const ids = (collections ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
  return {
    limit: isBlank(memory) ? halfOfTheMachine() : toBytes(memory),
    collections: ids.length > 0 ? new Set(ids) : null,
    since: isBlank(since) ? null : toDay(since),
  }
}

/** Where the process may not take all of it, half of what it may. */
function halfOfTheMachine(): number {
  const constrained = process.constrainedMemory()
  return (constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()) / 2
}

function isBlank(text: string | undefined): text is undefined {
  return text === undefined || text.trim() === ''
}

function toBytes(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?(MB|GB)$/i.exec(text.trim()) ?? []
  const bytes = Number(number) * (unit?.toUpperCase() === 'GB' ? 1e9 : 1e6)
  if (bytes > 0) return bytes
  throw new SettingError(
    'ENTENTE_MEMORY',
    `--memory (or ENTENTE_MEMORY) is a size such as 500MB or 2GB; it is "${text}".`,
  )
}

function toDay(text: string): number {
  const day = parseDay(text.trim())
  if (day !== null) return day
  throw new SettingError('ENTENTE_SINCE', `--since (or ENTENTE_SINCE) is a day such as 2015-01-01; it is "${text}".`)
}
