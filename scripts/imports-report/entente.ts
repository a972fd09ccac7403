import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Digest } from '../../server/ingest/transfer/digest.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'

const ENTENTE = path.join(import.meta.dirname, '../../bin/entente.mjs')

export interface Ran {
  readonly output: string
  readonly seconds: number
  /** The most memory that the process ever held, in MB; null where the system does not tell. */
  readonly megabytes: number | null
}

/** Runs a command of ours on the store in a folder. @throws Error where it does not end with 0 */
export async function entente(data: string, args: readonly string[]): Promise<Ran> {
  const started = performance.now()
  const child = spawn(process.execPath, [ENTENTE, ...args, '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  let megabytes: number | null = null
  let ended = false
  const end = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      ended = true
      resolve(code)
    }),
  )
  while (!ended) {
    megabytes = peakOf(child.pid) ?? megabytes
    await Promise.race([end, pause(50)])
  }
  const code = await end
  if (code !== 0) throw new Error(`entente ${args.join(' ')} ended with ${code}.`)
  return { output, seconds: (performance.now() - started) / 1000, megabytes }
}

function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) / 1000
  } catch {
    return null
  }
}

/** All that the store in a folder keeps, but its log and versions, in 64 digits. */
export async function digestOf(data: string): Promise<string> {
  const store = openSqliteStore(path.join(data, 'entente.sqlite'))
  const digest = new Digest()
  for await (const many of store.everything()) for (const kept of many) if (kept.type !== 'audit') digest.add(kept)
  await store.close()
  return digest.summary().digest
}
