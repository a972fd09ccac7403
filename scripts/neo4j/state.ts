import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isRunning } from './docker.ts'
import { isAlive, type RunningNeo4j } from './server.ts'

/** A server that `npm run neo4j` started and that may still run. */
export interface Remembered extends RunningNeo4j {
  readonly version: string
  /** Null where it is a process of this machine. */
  readonly container: string | null
}

/** The server that was remembered, if it still runs; one that has ended is forgotten. */
export async function recall(file: string): Promise<Remembered | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  const server = JSON.parse(text) as Remembered
  const runs =
    server.container === null ? server.pid !== null && isAlive(server.pid) : await isRunning(server.container)
  if (runs) return server
  await forget(file)
  return null
}

export async function remember(file: string, server: Remembered): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(server, null, 2)}\n`)
}

export async function forget(file: string): Promise<void> {
  await rm(file, { force: true })
}
