import { connect } from 'node:net'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, inject } from 'vitest'
import type { Neo4jTarget } from '../../server/store/neo4j/run.ts'
import type { Lent } from './neo4j-broker.ts'

/** A real server, this test file's alone until it has ended. */
export interface Neo4jForTests {
  readonly target: Neo4jTarget
  /** For what tests look at or do by a foreign hand. */
  readonly driver: Driver
  /** Leaves an empty store. */
  wipe(): Promise<void>
}

/** Present in a database that tests may wipe. */
const MARK = 'entente_tests'

/**
 * Waits for its turn with the server. Call it while the file is collected, not in a hook, because others may be long.
 * @param file which tests do not run without it, for the line that says so.
 * @returns null where there is no Neo4j, unless REQUIRE_NEO4J=1.
 */
export async function neo4jForTests(file: string): Promise<Neo4jForTests | null> {
  const { lent, giveBack } = await borrow(inject('neo4jBroker'))
  if ('none' in lent) {
    giveBack()
    if (process.env['REQUIRE_NEO4J'] === '1') throw new Error(`REQUIRE_NEO4J=1, but there is no Neo4j. ${lent.none}`)
    console.warn(`NO TEST OF NEO4J RUNS in ${file}. ${lent.none}`)
    return null
  }
  const { uri, user, password } = lent
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true })
  await claim(driver, uri)
  const wipe = () => empty(driver)
  await wipe()
  afterAll(async () => {
    await wipe()
    await driver.close()
    giveBack()
  })
  return { target: { uri, user, password, database: null }, driver, wipe }
}

function borrow(port: number): Promise<{ readonly lent: Lent; readonly giveBack: () => void }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (text.endsWith('\n')) resolve({ lent: JSON.parse(text) as Lent, giveBack: () => socket.destroy() })
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('Neo4j was not lent: the run is ending.')))
  })
}

/** Tests wipe what they use, so a database must be empty the first time. */
async function claim(driver: Driver, uri: string): Promise<void> {
  const marks = await driver.executeQuery('SHOW CONSTRAINTS YIELD name WHERE name = $mark RETURN name', { mark: MARK })
  if (marks.records.length > 0) return
  const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes')
  if (records[0]?.get('nodes') !== 0) {
    throw new Error(`The tests wipe the database that they use, and the one at ${uri} is not empty. Name an empty one.`)
  }
  await driver.executeQuery(`CREATE CONSTRAINT ${MARK} IF NOT EXISTS FOR (n:EntenteTests) REQUIRE n.id IS UNIQUE`)
}

/** The schema stays: making it takes longer than most tests. */
async function empty(driver: Driver): Promise<void> {
  const session = driver.session()
  try {
    // Edges first: nodes with all of theirs may be more than one transaction holds.
    await session.run('MATCH (:Actor)-[e]->() CALL (e) { DELETE e } IN TRANSACTIONS OF 5000 ROWS')
    await session.run('MATCH (n) WHERE NOT n:Meta CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS')
    await session.run('MATCH (m:Meta {n: 0}) SET m.version = 0, m.lastRef = 0')
  } finally {
    await session.close()
  }
}
