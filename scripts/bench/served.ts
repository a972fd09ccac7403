import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../stale.ts'

/** Of the kernel's clock in a second. */
const TICKS = 100

/** A server in a process of its own. */
export interface Served {
  readonly address: string
  /** From the beginning of the process to the ready line, milliseconds. */
  readonly readyMs: number
  /** Seconds of CPU so far. */
  cpu(): number
  rssMb(): number
  stop(): Promise<void>
}

/** `entente serve` over a data folder. @param nodeFlags such as `--cpu-prof`. */
export function serve(dataFolder: string, nodeFlags: readonly string[] = []): Promise<Served> {
  return start([...nodeFlags, join(ROOT, 'bin/entente.mjs'), 'serve', '--port', '0', '--data', dataFolder], '')
}

/** The reference: the same bytes from node:http and JSON.stringify. */
export function serveRaw(answer: unknown): Promise<Served> {
  return start([join(ROOT, 'scripts/bench/raw-server.ts')], JSON.stringify(answer))
}

async function start(args: readonly string[], input: string): Promise<Served> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const { stdin, stdout } = child
  stdin.end(input)
  stdout.setEncoding('utf8')
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    stdout.on('data', (text: string) => {
      said += text
      const [, found] = /ready at (\S+)/.exec(said) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The server ended before it was ready. ${said}`)))
  })
  const ofProcess = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
  return {
    address,
    readyMs: performance.now() - began,
    cpu() {
      const fields = ofProcess('stat').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) / TICKS
    },
    rssMb: () => Number(/VmRSS:\s+(\d+)/.exec(ofProcess('status'))?.[1] ?? 0) / 1024,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
