import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { ROOT } from './stale.ts'

export interface Ran {
  readonly code: number
  /** Both streams, as they came; empty where they went to the screen. */
  readonly output: string
  readonly milliseconds: number
}

/** Runs a tool of node_modules, or of the machine, to its end; it never throws for what the tool does. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly show?: boolean; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Ran> {
  const started = performance.now()
  const env = {
    ...process.env,
    ...options.env,
    PATH: [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  }
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env,
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve) => {
    const end = (code: number, more = '') =>
      resolve({ code, output: output + more, milliseconds: performance.now() - started })
    child.once('error', (error) => end(127, `${error.message}\n`))
    child.once('close', (code) => end(code ?? 1))
  })
}
