import { pino } from 'pino'
import type { Details, Level, Log } from '../log.ts'
import type { LogConfig } from './log-settings.ts'
import { scrubber, withoutSecrets } from './redact.ts'

export interface LogOptions extends Pick<LogConfig, 'format' | 'level'> {
  /** What must never be written, whatever it stands in: tokens, passwords. */
  readonly secrets: readonly string[]
}

/** The log of a process, on standard error, so that standard output stays for what a command answers. Each line is written at once. */
export function createLog({ format, level, secrets }: LogOptions): Log {
  const scrub = scrubber(secrets)
  // Synchronous: the last lines before a crash are the ones that are wanted.
  const lines = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => scrub(format === 'json' ? line : toText(line)) },
    },
    pino.destination({ fd: 2, sync: true }),
  )
  const write =
    (at: Level) =>
    (message: string, details: Details = {}) =>
      lines[at](withoutSecrets(details), message)
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

interface Line extends Details {
  readonly error?: string
  readonly level: string
  readonly time: string
  readonly message: string
}

/** A line for people: time, level, sentence, then what stands beside it; the trace of an error below. */
function toText(json: string): string {
  // The sentence of a request has its method and path.
  const { level, time, message, error, method: _method, path: _path, ...rest } = JSON.parse(json) as Line
  const beside = Object.entries(rest).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  const trace = error === undefined ? '' : `\n${error}`
  return `${time} ${level} ${message}${beside.join('')}${trace}\n`
}
