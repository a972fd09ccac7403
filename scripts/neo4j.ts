import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startContainer, stopContainer } from './neo4j/docker.ts'
import { findWay } from './neo4j/find.ts'
import { startNeo4j, stopNeo4j } from './neo4j/server.ts'
import { forget, recall, remember, type Remembered } from './neo4j/state.ts'
import { neo4jVersion, type Neo4jVersion } from './neo4j/versions.ts'
import { ROOT } from './stale.ts'

const FOLDER = join(ROOT, '.neo4j')
const STATE = join(FOLDER, 'running.json')
const USAGE = 'Usage: npm run neo4j -- start | stop | status [--version 5.26.30]'

const say = (line: string) => console.log(line)

async function start(version: Neo4jVersion): Promise<void> {
  const running = await recall(STATE)
  if (running) return tell(running)
  const found = await findWay(version)
  switch (found.way) {
    case 'GIVEN':
      return say(`NEO4J_URI is set: ${found.uri} is used, nothing is started.`)
    case 'NONE':
      throw new Error(found.says)
    case 'JAVA': {
      const home = join(FOLDER, 'homes', version.version)
      const options = { folder: FOLDER, home, version, java: found.java, detached: true, say }
      const server = { ...(await startNeo4j(options)), version: version.version, container: null }
      await remember(STATE, server)
      return tell(server)
    }
    case 'DOCKER': {
      const server = { ...(await startContainer(version)), version: version.version }
      await remember(STATE, server)
      return tell(server)
    }
  }
}

function tell(server: Remembered): void {
  const place = server.container === null ? `process ${server.pid}` : `container ${server.container.slice(0, 12)}`
  say(`Neo4j ${server.version} runs (${place}). To use it:`)
  say(`  export NEO4J_URI=${server.uri} NEO4J_USER=${server.user} NEO4J_PASSWORD=${server.password}`)
}

async function stop(): Promise<void> {
  const running = await recall(STATE)
  if (!running) return say('No Neo4j runs that was started here.')
  if (running.container !== null) await stopContainer(running.container)
  else if (running.pid !== null) await stopNeo4j(running.pid)
  await forget(STATE)
  say('Neo4j has ended; its data stay in .neo4j/homes.')
}

async function status(): Promise<void> {
  const running = await recall(STATE)
  if (running) tell(running)
  else
    say(
      process.env['NEO4J_URI']
        ? `NEO4J_URI is set: ${process.env['NEO4J_URI']}.`
        : 'No Neo4j runs that was started here.',
    )
}

try {
  const { positionals, values } = parseArgs({ options: { version: { type: 'string' } }, allowPositionals: true })
  const actions = { start: () => start(neo4jVersion(values.version)), stop, status }
  const name = positionals[0] ?? ''
  if (!Object.hasOwn(actions, name)) throw new Error(USAGE)
  await actions[name as keyof typeof actions]()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
