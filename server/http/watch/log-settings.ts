import { SettingError } from '../../setting-error.ts'

/** How the log is written, and how much of it. */
export interface LogConfig {
  /** One JSON object a line, for machines; or plain lines, for people. */
  readonly format: 'json' | 'text'
  readonly level: LogLevel
  /** A request that takes longer is told with its statements, milliseconds. */
  readonly slowMs: number
}

export type LogLevel = (typeof LEVELS)[number]

/** The same as it was typed, as flags or in the environment; what is left out or blank is as if nothing was said. */
export interface LogSettings {
  readonly log?: string
  readonly logLevel?: string
  readonly slowMs?: string
}

const FORMATS = ['json', 'text'] as const
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
const SLOW_MS = 1_000

/**
 * Where nobody says how, a terminal gets plain lines and everything else JSON.
 * @param isTerminal whether somebody reads standard error as it comes. @throws SettingError
 */
export function toLogConfig({ log, logLevel, slowMs }: LogSettings, isTerminal: boolean): LogConfig {
  return {
    format: oneOf(FORMATS, 'ENTENTE_LOG', '--log', log) ?? (isTerminal ? 'text' : 'json'),
    level: oneOf(LEVELS, 'ENTENTE_LOG_LEVEL', '--log-level', logLevel) ?? 'info',
    slowMs: toMilliseconds(slowMs),
  }
}

function oneOf<T extends string>(words: readonly T[], setting: string, flag: string, text = ''): T | null {
  if (text.trim() === '') return null
  const found = words.find((word) => word === text)
  if (found) return found
  throw new SettingError(setting, `${flag} (or ${setting}) is one of ${words.join(', ')}; it is "${text}".`)
}

function toMilliseconds(text = ''): number {
  if (text.trim() === '') return SLOW_MS
  if (/^\d{1,7}$/.test(text)) return Number(text)
  const says = `--slow-ms (or ENTENTE_SLOW_MS) is a whole number of milliseconds, such as ${SLOW_MS}; it is "${text}".`
  throw new SettingError('ENTENTE_SLOW_MS', says)
}
