import type { SqlText } from '../sql.ts'
import * as actors from './actors.ts'
import * as affiliations from './affiliations.ts'
import * as audit from './audit.ts'
import * as changes from './changes.ts'
import * as collections from './collections.ts'
import * as columns from './columns.ts'
import * as eventCandidates from './event-candidates.ts'
import * as eventIndexes from './event-indexes.ts'
import * as events from './events.ts'
import * as evidence from './evidence.ts'
import * as importEvents from './import-events.ts'
import * as imports from './imports.ts'
import * as merges from './merges.ts'
import * as nameCandidates from './name-candidates.ts'
import * as names from './names.ts'
import * as partOwners from './part-owners.ts'
import * as removed from './removed.ts'
import * as revisions from './revisions.ts'
import * as sources from './sources.ts'
import * as touch from './touch.ts'
import * as undo from './undo.ts'
import * as version from './version.ts'
import * as words from './words.ts'
import * as writers from './writers.ts'

/** Every statement of the store, so that tests EXPLAIN all of them. */
export const QUERIES: readonly { readonly name: string; readonly text: SqlText }[] = [
  actors,
  affiliations,
  audit,
  changes,
  collections,
  columns,
  eventCandidates,
  eventIndexes,
  events,
  evidence,
  importEvents,
  imports,
  merges,
  nameCandidates,
  names,
  partOwners,
  removed,
  revisions,
  sources,
  touch,
  undo,
  version,
  words,
  writers,
].flatMap((module) => Object.values(module).filter((value) => 'text' in value))
