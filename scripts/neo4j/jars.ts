import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../run.ts'

/**
 * The folder with the server's jars, fetched with Maven where they are not there yet. They are fetched beside and moved at the end,
 * so that a broken fetch leaves nothing that looks whole.
 */
export async function neo4jJars(folder: string, version: string, say: (line: string) => void): Promise<string> {
  const jars = join(folder, 'jars', version)
  if (existsSync(jars)) return jars
  say(`Fetching Neo4j ${version} with Maven (about 125 MB) …`)
  const build = join(folder, 'jars', `.${version}-${process.pid}`)
  await mkdir(build, { recursive: true })
  await writeFile(join(build, 'pom.xml'), pom(version))
  const args = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=jars']
  const { code, output } = await run('mvn', args, { cwd: build })
  if (code !== 0) {
    await rm(build, { recursive: true, force: true })
    throw new Error(`Maven could not fetch Neo4j ${version}:\n${output.trimEnd()}`)
  }
  await rename(join(build, 'jars'), jars).catch((error: unknown) => {
    if (!existsSync(jars)) throw error
  })
  await rm(build, { recursive: true, force: true })
  return jars
}

function pom(version: string): string {
  const dependency = (group: string, artifact: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>entente</groupId><artifactId>neo4j</artifactId><version>1</version>
  <dependencies>${dependency('org.neo4j', 'neo4j')}${dependency('org.neo4j.app', 'neo4j-server')}</dependencies>
</project>
`
}
