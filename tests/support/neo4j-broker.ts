import { rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startContainer, stopContainer } from '../../scripts/neo4j/docker.ts'
import { findWay } from '../../scripts/neo4j/find.ts'
import { PASSWORD, startNeo4j, USER } from '../../scripts/neo4j/server.ts'
import { neo4jVersion } from '../../scripts/neo4j/versions.ts'
import { ROOT } from '../../scripts/stale.ts'

/** What a test file is told: where the server is, or why there is none. */
export type Lent =
  | { readonly uri: string; readonly user: string; readonly password: string }
  | { readonly none: string }

interface Running {
  readonly lent: Lent
  readonly stop: () => Promise<void>
}

/** Jars are shared with `npm run neo4j`; the home of a test run is thrown away. */
const FOLDER = join(ROOT, '.neo4j')
const homeOf = (tier: string) => join(FOLDER, 'homes', `test-${tier}-${process.pid}`)

declare module 'vitest' {
  interface ProvidedContext {
    /** The port at which test files ask for Neo4j. */
    neo4jBroker: number
  }
}

/**
 * Run once before a tier. Starts Neo4j when the first test file asks for it and lends it to one file after the other, because all
 * share its one database; ends what it started when the tier has ended.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Running> | null = null
  let turn: Promise<void> = Promise.resolve()
  const sockets = new Set<Socket>()

  const lend = async (socket: Socket): Promise<void> => {
    const returned = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    // A worker that was ended takes its connection along.
    socket.on('error', () => {})
    socket.resume()
    await turn.then(async () => {
      if (socket.destroyed) return
      running ??= start(homeOf(project.name))
      const { lent } = await running
      socket.write(`${JSON.stringify(lent)}\n`)
      await returned
    })
  }
  const broker = createServer((socket) => {
    sockets.add(socket)
    turn = lend(socket)
  })
  project.provide('neo4jBroker', await listen(broker))
  return async () => {
    for (const socket of sockets) socket.destroy()
    broker.close()
    await (await running)?.stop()
  }
}

async function start(home: string): Promise<Running> {
  try {
    return await startHere(home)
  } catch (error) {
    return { lent: { none: error instanceof Error ? error.message : String(error) }, stop: async () => {} }
  }
}

async function startHere(home: string): Promise<Running> {
  const { env } = process
  const version = neo4jVersion(env['NEO4J_VERSION'])
  const found = await findWay(version)
  const nothing = async () => {}
  if (found.way === 'NONE') return { lent: { none: found.says }, stop: nothing }
  if (found.way === 'GIVEN') {
    const lent = { uri: found.uri, user: env['NEO4J_USER'] ?? USER, password: env['NEO4J_PASSWORD'] ?? PASSWORD }
    return { lent, stop: nothing }
  }
  const say = (line: string) => console.log(line)
  if (found.way === 'DOCKER') {
    const container = await startContainer(version)
    return { lent: container, stop: () => stopContainer(container.container) }
  }
  const { java } = found
  const server = await startNeo4j({ folder: FOLDER, home, version, java, detached: false, isForTests: true, say })
  const kill = () => {
    try {
      process.kill(server.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    // Its home is thrown away: there is nothing to save.
    kill()
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  return { lent: server, stop }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(address.port)
      else reject(new Error('The broker of Neo4j has no port.'))
    })
  })
}
