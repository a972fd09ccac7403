import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of a script in this folder that says what it has done, a line each. */
export interface Telling {
  /** So far. */
  readonly lines: readonly string[]
  /** Resolves with the next line, or when there will be none. */
  next(): Promise<unknown>
  kill(): void
  /** Resolves when it has ended and everything that it said is there. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
}

/** @param told handed over as JSON. */
export function tellingProcess(script: string, told: unknown): Telling {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, JSON.stringify(told)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const reader = createInterface({ input: child.stdout })
  const lines: string[] = []
  reader.on('line', (line) => lines.push(line))
  const closed = once(reader, 'close')
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  return {
    lines,
    next: () => Promise.race([once(reader, 'line'), closed]),
    kill: () => child.kill('SIGKILL'),
    ended: Promise.all([exit, closed]).then(([[code, signal]]) => ({ code, signal })),
  }
}
