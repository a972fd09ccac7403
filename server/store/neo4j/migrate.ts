import { Neo4jDatabaseError } from './errors.ts'
import type { CypherText } from './cypher.ts'
import { first } from './migrations/first.ts'
import { second } from './migrations/second.ts'
import { third } from './migrations/third.ts'
import { awaitIndexes, createMeta, findStore, setSchema, type Found } from './queries/meta.ts'
import type { Connection } from './run.ts'

/**
 * The n-th brings a database from schema n - 1 to n. Append, never change. Each statement can be run again: a process that ends
 * half way leaves the rest to the next, and two may run at once. A change of `fold` needs one that folds names and words anew.
 */
export const MIGRATIONS: readonly (readonly CypherText[])[] = [first, second, third]
/** What tells a store of Entente from another program's graph. */
const APP = 'entente'
/** Neo4j 5.26: the first whose types and labels may be parameters. */
const OLDEST: readonly [major: number, minor: number] = [5, 26]

/**
 * Brings a database to the newest schema; does nothing to one that is there already.
 * @throws Neo4jDatabaseError for a server that is too old, for another program's graph and for a store from a newer version of Entente.
 */
export async function migrate(db: Connection): Promise<void> {
  refuseOldServer(db.uri, await db.serverAgent())
  const found = await db.first(findStore, {})
  if (found) refuseForeign(db.uri, found)
  for (const [at, statements] of MIGRATIONS.entries()) {
    if (at < (found?.schema ?? 0)) continue
    for (const statement of statements) await db.command(`migrate-${at + 1}`, statement)
    await db.writing('migrate', async (transaction) => {
      await transaction.run(awaitIndexes, {})
      await transaction.run(createMeta, {})
      await transaction.run(setSchema, { schema: at + 1 })
      return { keep: true, value: null }
    })
  }
}

function refuseOldServer(uri: string, agent: string): void {
  const match = /^Neo4j\/(\d+)\.(\d+)/.exec(agent)
  if (!match) return
  const [major, minor] = [Number(match[1]), Number(match[2])]
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  const says = `${agent} at ${uri} is too old. Entente needs Neo4j ${OLDEST.join('.')} or later.`
  throw new Neo4jDatabaseError(uri, 'OLD_SERVER', says)
}

function refuseForeign(uri: string, { app, schema, isEmpty }: Found): void {
  if (app !== APP && !isEmpty) {
    const says = `The database at ${uri} holds the graph of another program. Name an empty one in NEO4J_DATABASE; this one was left as it is.`
    throw new Neo4jDatabaseError(uri, 'NOT_A_STORE', says)
  }
  if (schema > MIGRATIONS.length) {
    const says = `The database at ${uri} was written by a newer version of Entente. Install that version, or name another database.`
    throw new Neo4jDatabaseError(uri, 'NEWER', says)
  }
}
