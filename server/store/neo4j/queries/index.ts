import type { CypherText } from '../cypher.ts'
import * as actors from './actors.ts'
import * as affiliations from './affiliations.ts'
import * as audit from './audit.ts'
import * as changes from './changes.ts'
import * as collections from './collections.ts'
import * as columns from './columns.ts'
import * as eventCandidates from './event-candidates.ts'
import * as eventNodes from './event-nodes.ts'
import * as events from './events.ts'
import * as evidence from './evidence.ts'
import * as free from './free.ts'
import * as importEvents from './import-events.ts'
import * as imports from './imports.ts'
import * as merges from './merges.ts'
import * as meta from './meta.ts'
import * as nameCandidates from './name-candidates.ts'
import * as owned from './owned.ts'
import * as removed from './removed.ts'
import * as revisions from './revisions.ts'
import * as sources from './sources.ts'
import * as touch from './touch.ts'
import * as undo from './undo.ts'
import * as version from './version.ts'
import * as writeEvents from './write-events.ts'

/** Every statement of the store, so that tests EXPLAIN all of them. */
export const QUERIES: readonly { readonly name: string; readonly text: CypherText }[] = [
  actors,
  affiliations,
  audit,
  changes,
  collections,
  columns,
  eventCandidates,
  eventNodes,
  events,
  evidence,
  free,
  importEvents,
  imports,
  merges,
  meta,
  nameCandidates,
  owned,
  removed,
  revisions,
  sources,
  touch,
  undo,
  version,
  writeEvents,
].flatMap((module) => Object.values(module).filter((value) => typeof value !== 'function'))
