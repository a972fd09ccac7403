import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/entente.mjs', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A command of `entente` as a process of its own. */
export interface EntenteProcess {
  readonly child: ChildProcessWithoutNullStreams
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves when the process has ended. */
  readonly ended: Promise<Ended>
}

export function startEntente(args: readonly string[], env: Readonly<Record<string, string>> = {}): EntenteProcess {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [BIN, ...args], { env: { PATH, HOME, ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }))
  return { child, stdout: () => stdout, stderr: () => stderr, ended }
}

/** Runs a command to its end. */
export function runEntente(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return startEntente(args, env).ended
}

export interface Served extends EntenteProcess {
  readonly address: string
  /** Asks the process to stop and waits until it has. */
  readonly stop: () => Promise<Ended>
}

/**
 * `entente serve` on a free port, once it is ready. Throws what it said where it ends before.
 * @param env where the store is, if it is not in the folder: see `neo4jEnv`.
 */
export async function serveEntente(dataFolder: string, env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const started = startEntente(['serve', '--port', '0', '--data', dataFolder], env)
  const address = await Promise.race([
    readyAddress(started),
    started.ended.then(({ stderr }) => Promise.reject(new Error(`entente serve ended: ${stderr}`))),
  ])
  return {
    ...started,
    address,
    stop: () => {
      started.child.kill('SIGTERM')
      return started.ended
    },
  }
}

/** What tells a process to keep everything in this Neo4j. */
export function neo4jEnv(target: { readonly uri: string; readonly user: string; readonly password: string }) {
  return { NEO4J_URI: target.uri, NEO4J_USER: target.user, NEO4J_PASSWORD: target.password }
}

/** A folder that is there until `remove`. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'entente-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Waits for the ready line. */
export async function readyAddress({ child, stdout }: EntenteProcess): Promise<string> {
  for (;;) {
    const [, address] = /^Entente is ready at (\S+)\n/m.exec(stdout()) ?? []
    if (address !== undefined) return address
    await once(child.stdout, 'data')
  }
}
