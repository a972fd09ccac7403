import type { Writer } from '../../graph-store.ts'
import type { Connection } from '../connection.ts'
import { insertWriter, writerRef } from '../queries/writers.ts'

/** Gives the key of a writer in the file, who comes to be there; asks once for each. For one transaction. */
export function writerRefs(db: Connection): (writer: Writer) => number {
  const known = new Map<string, number>()
  return ({ by, name }) => {
    const key = `${by} ${name}`
    let ref = known.get(key)
    if (ref === undefined) {
      db.run(insertWriter, { by, name })
      ref = db.first(writerRef, { by, name }) ?? 0
      known.set(key, ref)
    }
    return ref
  }
}
