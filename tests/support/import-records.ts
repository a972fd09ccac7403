import type { CollectionRecord, EventRecord, SourceRecord } from '../../server/domain/records.ts'
import type { ImportBatch, ImportCounts, ImportEnd, ImportRecord } from '../../server/store/import-store.ts'
import { aCollection, anActor, anEvent, aSource, coded } from './records.ts'

/** Plain imports for tests, into the data set `feed`. */

const NO_COUNTS: ImportCounts = {
  rows: 0,
  events: 0,
  made: 0,
  held: 0,
  rejected: 0,
  aside: 0,
  used: 0,
  reasons: [],
}

export function aDataSet(over: Partial<CollectionRecord> = {}): CollectionRecord {
  return aCollection({ id: 'feed', kind: 'DATA_SET', title: 'A feed', ...over })
}

export function itsSource(over: Partial<SourceRecord> = {}): SourceRecord {
  return aSource({
    id: 'feed/data',
    collection: 'feed',
    publisher: 'The Feed',
    published: null,
    reliability: 'C',
    ...over,
  })
}

/** As it begins. @param name makes its id. */
export function anImport(name: string, over: Partial<ImportRecord> = {}): ImportRecord {
  return {
    id: `feed@${name}`,
    collection: 'feed',
    format: 'icews',
    files: [{ name: `${name}.tsv`, bytes: 1234, digest: 'abc' }],
    settings: { mapping: null, answers: { Georgia: 'ge' } },
    by: 'Ana',
    startedAt: '2026-03-04T05:06:07.000Z',
    endedAt: null,
    state: 'UNFINISHED',
    counts: null,
    ...over,
  }
}

export function anEnd(over: Partial<ImportCounts> = {}): ImportEnd {
  return { at: '2026-03-04T06:00:00.000Z', counts: { ...NO_COUNTS, ...over } }
}

/** The row `feed/<id>`: from `uk` toward `us` unless it says otherwise. */
export function aRow(id: string, over: Partial<EventRecord> = {}): EventRecord {
  return anEvent({
    id: `feed/${id}`,
    collection: 'feed',
    kind: 'COOPERATION',
    subtype: 'consultation',
    mark: 'NO',
    strength: 1,
    coded: coded({ code: '042', goldstein: 1.9, locator: `story ${id}, sentence 2` }),
    ...over,
  })
}

/** Rows with the entries of all whom they name. */
export function aBatch(events: readonly EventRecord[], over: Partial<ImportBatch> = {}): ImportBatch {
  const actors = new Set(events.flatMap(({ actor, target }) => [actor, target]))
  return {
    actors: [...actors].map((actor) => anActor(actor, { collection: 'feed' })),
    affiliations: [],
    sources: [],
    events,
    ...over,
  }
}
