import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findJava } from '../../scripts/neo4j/java.ts'
import { freePort, isAlive, PASSWORD, startNeo4j, USER } from '../../scripts/neo4j/server.ts'
import { neo4jVersion } from '../../scripts/neo4j/versions.ts'
import { ROOT } from '../../scripts/stale.ts'

/** A Neo4j of a test's own, which it may stop, freeze and start again: always the same home and the same address. */
export interface OwnNeo4j {
  readonly target: { readonly uri: string; readonly user: string; readonly password: string; readonly database: null }
  /** Starts it and waits until it answers. */
  start(): Promise<void>
  /** Ends it with SIGKILL and waits until it is gone. */
  kill(): Promise<void>
  /** Stops it where it is: connections stay open, nothing is answered. */
  freeze(): void
  thaw(): void
  /** Ends it and throws its home away. */
  remove(): Promise<void>
}

const FOLDER = join(ROOT, '.neo4j')

/**
 * Not started yet. @param name of its home. @param file which tests do not run without Java.
 * @returns null where there is no Java, unless REQUIRE_NEO4J=1.
 */
export async function ownNeo4j(name: string, file: string): Promise<OwnNeo4j | null> {
  const version = neo4jVersion(process.env['NEO4J_VERSION'])
  const java = await findJava(version.java)
  if (java === null) {
    const why = `A Neo4j ${version.version} that a test may stop needs Java ${version.java} or later.`
    if (process.env['REQUIRE_NEO4J'] === '1') throw new Error(`REQUIRE_NEO4J=1. ${why}`)
    console.warn(`NO TEST OF NEO4J RUNS in ${file}. ${why}`)
    return null
  }
  const home = join(FOLDER, 'homes', `${name}-${process.pid}`)
  const port = await freePort()
  let pid: number | null = null
  const signal = (word: NodeJS.Signals) => {
    if (pid !== null && isAlive(pid)) process.kill(pid, word)
  }
  // Should the test be ended, nothing stays behind.
  process.once('exit', () => signal('SIGKILL'))
  const kill = async () => {
    signal('SIGKILL')
    while (pid !== null && isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50))
    pid = null
  }
  return {
    target: { uri: `bolt://127.0.0.1:${port}`, user: USER, password: PASSWORD, database: null },
    async start() {
      const say = (line: string) => console.log(line)
      ;({ pid } = await startNeo4j({
        folder: FOLDER,
        home,
        version,
        java,
        port,
        detached: false,
        isForTests: true,
        say,
      }))
    },
    kill,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async remove() {
      await kill()
      await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
