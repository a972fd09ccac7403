import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the server needs under its home. */
const FOLDERS = ['conf', 'data', 'logs', 'plugins', 'import', 'run', 'licenses']

/** Filled and emptied all the time, by lists of every length: neither what is there nor how many are asked for makes another plan. */
const PLANNED_ONCE = { 'dbms.cypher.min_replan_interval': '1h', 'internal.cypher.use_parameter_size': 'false' }

/** Makes the server's home: Bolt on loopback alone, nothing sent out, small for a machine that also runs the tests. */
export async function writeHome(home: string, port: number, isForTests: boolean): Promise<void> {
  for (const folder of FOLDERS) await mkdir(join(home, folder), { recursive: true })
  const settings = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.usage_report.enabled': 'false',
    'db.tx_log.preallocate': 'false',
    'server.memory.pagecache.size': '256m',
    ...(isForTests ? PLANNED_ONCE : {}),
  }
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`)
  await writeFile(join(home, 'conf/neo4j.conf'), lines.join(''))
}
