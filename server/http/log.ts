/**
 * Where the process says what happened. Messages are plain sentences; details are what a developer needs beside them. An `error`
 * among the details is told with its stack and causes.
 */
export interface Log {
  debug(message: string, details?: Details): void
  info(message: string, details?: Details): void
  warn(message: string, details?: Details): void
  error(message: string, details?: Details): void
}

export type Details = Readonly<Record<string, unknown>>

export type Level = keyof Log

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
