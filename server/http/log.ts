import { inspect } from 'node:util'

/** Where the process says what happened. Messages are plain sentences; details are what a developer needs beside them. */
export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void
  error(message: string, details?: Readonly<Record<string, unknown>>): void
}

/** Lines on standard error, so that standard output stays for what a command answers. */
export const stderrLog: Log = {
  info: (message, details) => write('info', message, details),
  error: (message, details) => write('error', message, details),
}

export const silentLog: Log = { info: () => {}, error: () => {} }

function write(level: string, message: string, { error, ...rest }: Readonly<Record<string, unknown>> = {}): void {
  const fields = Object.entries(rest).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  const trace = error === undefined ? '' : `\n${inspect(error)}`
  process.stderr.write(`${new Date().toISOString()} ${level} ${message}${fields.join('')}${trace}\n`)
}
