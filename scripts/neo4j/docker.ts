import { run } from '../run.ts'
import { freePort, untilItAnswers, USER, PASSWORD, type RunningNeo4j } from './server.ts'
import type { Neo4jVersion } from './versions.ts'

/** A server in a container that was started here. */
export interface RunningContainer extends RunningNeo4j {
  /** The container's id; it is removed when it is stopped. */
  readonly container: string
}

/** Starts the Community image on loopback and waits until it answers. */
export async function startContainer({ version }: Neo4jVersion): Promise<RunningContainer> {
  const port = await freePort()
  const image = `neo4j:${version.split('.').slice(0, 2).join('.')}-community`
  const publish = ['-p', `127.0.0.1:${port}:7687`, '-e', `NEO4J_AUTH=${USER}/${PASSWORD}`]
  const { code, output } = await run('docker', ['run', '-d', '--rm', ...publish, image])
  if (code !== 0) throw new Error(`Docker could not start ${image}:\n${output.trimEnd()}`)
  const container = output.trim().split('\n').at(-1) as string
  const uri = `bolt://127.0.0.1:${port}`
  await untilItAnswers(uri, () => false, `docker logs ${container}`)
  return { uri, user: USER, password: PASSWORD, pid: null, container }
}

export async function isRunning(container: string): Promise<boolean> {
  const { code, output } = await run('docker', ['inspect', '-f', '{{.State.Running}}', container])
  return code === 0 && output.trim() === 'true'
}

export async function stopContainer(container: string): Promise<void> {
  await run('docker', ['stop', container])
}
