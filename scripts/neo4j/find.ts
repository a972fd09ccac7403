import { run } from '../run.ts'
import { findJava } from './java.ts'
import type { Neo4jVersion } from './versions.ts'

/** How a server can be had on this machine. */
export type Way =
  | { readonly way: 'GIVEN'; readonly uri: string }
  | { readonly way: 'JAVA'; readonly java: string }
  | { readonly way: 'DOCKER' }
  | { readonly way: 'NONE'; readonly says: string }

/** NEO4J_URI if it is set, else Java with Maven, else a Docker engine, else what to install. */
export async function findWay(version: Neo4jVersion): Promise<Way> {
  const uri = process.env['NEO4J_URI']
  if (uri) return { way: 'GIVEN', uri }
  const java = await findJava(version.java)
  if (java !== null && (await run('mvn', ['-v'])).code === 0) return { way: 'JAVA', java }
  if ((await run('docker', ['info'])).code === 0) return { way: 'DOCKER' }
  return {
    way: 'NONE',
    says: `A Neo4j ${version.version} needs Java ${version.java} or later with Maven, or a running Docker engine, or NEO4J_URI set to a server that runs elsewhere.`,
  }
}
