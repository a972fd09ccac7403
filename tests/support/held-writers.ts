import type { Driver } from 'neo4j-driver'

/** Takes the lock that every change takes first, so that each stays in its middle. @returns what gives it back. */
export async function holdWriters(driver: Driver): Promise<() => Promise<void>> {
  const session = driver.session()
  const transaction = session.beginTransaction()
  await transaction.run('MATCH (m:Meta {n: 0}) SET m.held = true REMOVE m.held')
  return async () => {
    await transaction.rollback()
    await session.close()
  }
}

/** Holds it while something is done. */
export async function whileHeld<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  const letGo = await holdWriters(driver)
  try {
    return await work()
  } finally {
    await letGo()
  }
}
