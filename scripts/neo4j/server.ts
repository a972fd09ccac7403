import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { run } from '../run.ts'
import { writeHome } from './home.ts'
import { neo4jJars } from './jars.ts'
import type { Neo4jVersion } from './versions.ts'

/** A server that was started here. */
export interface RunningNeo4j {
  readonly uri: string
  readonly user: string
  readonly password: string
  /** Null where it runs in a container. */
  readonly pid: number | null
}

/** One that is a process of this machine. */
export interface Neo4jProcess extends RunningNeo4j {
  readonly pid: number
}

export interface StartOptions {
  /** Jars are kept here, and homes unless one is given. */
  readonly folder: string
  /** The server's own folder with its data. */
  readonly home: string
  readonly version: Neo4jVersion
  readonly java: string
  /** Left out: a free one. */
  readonly port?: number
  /** Whether the server outlives this process. */
  readonly detached: boolean
  /** Whether it is for tests: it lives for minutes only, and what it holds is filled and emptied all the time. */
  readonly isForTests?: boolean
  readonly say: (line: string) => void
}

export const USER = 'neo4j'
/** The server listens on loopback alone and holds what tests and developers put there. */
export const PASSWORD = 'entente-local'
const OPENS = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`)
/** For a Java that lives shortly: what is compiled best costs more than it saves. */
const QUICK = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
const LONGEST_START_MS = 120_000

/** Starts a Community server and waits until it answers a query. */
export async function startNeo4j(options: StartOptions): Promise<Neo4jProcess> {
  const { home, version, java, say } = options
  const jars = await neo4jJars(options.folder, version.version, say)
  await mkdir(home, { recursive: true })
  const isNew = !existsSync(join(home, 'data/dbms'))
  const port = options.port ?? (await freePort())
  await writeHome(home, port, options.isForTests ?? false)
  const env = { NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
  if (isNew) {
    const admin = [
      ...QUICK,
      '-cp',
      join(jars, '*'),
      'org.neo4j.cli.AdminTool',
      'dbms',
      'set-initial-password',
      PASSWORD,
    ]
    const { code, output } = await run(java, admin, { env })
    if (code !== 0) throw new Error(`Neo4j did not take its first password:\n${output.trimEnd()}`)
  }
  const log = openSync(join(home, 'logs/console.log'), 'a')
  const child = spawn(
    java,
    [
      '-Xms256m',
      '-Xmx1g',
      ...(options.isForTests ? [...QUICK, '-XX:ReservedCodeCacheSize=240m'] : []),
      ...OPENS,
      '-cp',
      join(jars, '*'),
      version.mainClass,
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', log, log], detached: options.detached },
  )
  if (options.detached) child.unref()
  const uri = `bolt://127.0.0.1:${port}`
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  await untilItAnswers(uri, hasEnded, join(home, 'logs')).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  return { uri, user: USER, password: PASSWORD, pid: child.pid as number }
}

/** Waits for a server to answer a query. @param where what says why it does not. */
export async function untilItAnswers(uri: string, hasEnded: () => boolean, where: string): Promise<void> {
  // The driver's own trying again doubles its pauses: it would find out long after.
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, PASSWORD), { maxTransactionRetryTime: 0 })
  const deadline = Date.now() + LONGEST_START_MS
  try {
    for (;;) {
      try {
        await driver.executeQuery('RETURN 1')
        return
      } catch (error) {
        if (hasEnded() || Date.now() > deadline) {
          throw new Error(`Neo4j did not start; ${where} says why.`, { cause: error })
        }
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  } finally {
    await driver.close()
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Ends a server by its process id and waits until it is gone. */
export async function stopNeo4j(pid: number): Promise<void> {
  const deadline = Date.now() + 30_000
  if (isAlive(pid)) process.kill(pid, 'SIGTERM')
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
