import type { RecordKey } from '../../../domain/record-key.ts'
import type { Connection } from '../connection.ts'
import { actorEntriesByKey } from '../queries/actors.ts'
import * as touching from '../queries/touch.ts'
import { list } from '../sql.ts'
import { byKind } from '../../by-kind.ts'

/** Makes these records the newest: what was hidden until now stands at the end of each list. */
export function touch(db: Connection, keys: readonly RecordKey[], version: number): void {
  const { collection, source, affiliation, actor } = byKind(keys)
  db.run(touching.touchCollections, { ids: list(collection), version })
  db.run(touching.touchSources, { ids: list(source), version })
  db.run(touching.touchAffiliations, { ids: list(affiliation), version })
  const refs = list(db.all(actorEntriesByKey, { keys: list(actor) }).map(({ ref }) => ref))
  db.run(touching.touchEntries, { refs, version })
  db.run(touching.touchActors, { refs, version })
}
