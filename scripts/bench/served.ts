import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../stale.ts'

/** Of the kernel's clock in a second. */
const TICKS = 100

/** `entente serve` in a process of its own. */
export interface Served {
  readonly address: string
  /** From the beginning of the process to the ready line, milliseconds. */
  readonly readyMs: number
  /** Seconds of CPU so far. */
  cpu(): number
  rssMb(): number
  stop(): Promise<void>
}

/** @param nodeFlags such as `--cpu-prof`. */
export async function serve(dataFolder: string, nodeFlags: readonly string[] = []): Promise<Served> {
  const began = performance.now()
  const args = [...nodeFlags, join(ROOT, 'bin/entente.mjs'), 'serve', '--port', '0', '--data', dataFolder]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const { stdout } = child
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
