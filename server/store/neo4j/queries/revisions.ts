import type { RecordKey } from '../../../domain/record-key.ts'
import type { Revision } from '../../graph-store.ts'
import { cypher, type Read } from '../cypher.ts'
import { decodeVersion, decodeWriter } from '../decode.ts'
import type { EntryKey } from './actors.ts'

/** Also of hidden ones: of events with the import that they belong to. Who wrote some records last, and when; lists of ids, for actors keys of entries. */
export const revisions: Read<
  {
    readonly collections: readonly string[]
    readonly sources: readonly string[]
    readonly entries: readonly EntryKey[]
    readonly affiliations: readonly string[]
    readonly events: readonly string[]
  },
  readonly [RecordKey, string | null, string | null, number | null, string | null],
  readonly [key: RecordKey, revision: Revision, import: string | null]
> = {
  name: 'revisions',
  text: cypher`
    CALL () {
      MATCH (c:Collection) WHERE c.id IN $collections RETURN 'collection:' + c.id AS key, c AS what
      UNION ALL MATCH (s:Source) WHERE s.id IN $sources RETURN 'source:' + s.id AS key, s AS what
      UNION ALL
      UNWIND $entries AS entry
      MATCH (a:Actor {id: entry.actor})<-[n:NAMES]-(c:Collection) WHERE c.id = entry.collection
      RETURN 'actor:' + c.id + '/' + a.id AS key, n AS what
      UNION ALL MATCH ()-[e:PART_OF]->() WHERE e.id IN $affiliations RETURN 'affiliation:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:REPRESENTS]->() WHERE e.id IN $affiliations RETURN 'affiliation:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:LEADS]->() WHERE e.id IN $affiliations RETURN 'affiliation:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:MEMBER_OF]->() WHERE e.id IN $affiliations RETURN 'affiliation:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:BASED_IN]->() WHERE e.id IN $affiliations RETURN 'affiliation:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:COOPERATION]->() WHERE e.id IN $events RETURN 'event:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:SUSPENSION]->() WHERE e.id IN $events RETURN 'event:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:CONDEMNATION]->() WHERE e.id IN $events RETURN 'event:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:PRESSURE]->() WHERE e.id IN $events RETURN 'event:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:COERCION]->() WHERE e.id IN $events RETURN 'event:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:VIOLENCE]->() WHERE e.id IN $events RETURN 'event:' + e.id AS key, e AS what
      UNION ALL MATCH ()-[e:NEUTRAL]->() WHERE e.id IN $events RETURN 'event:' + e.id AS key, e AS what
    }
    RETURN [key, what.writtenBy, what.writer, what.version, what.import] AS row`,
  decode: ([key, by, writer, version, owner]) => [
    key,
    { version: decodeVersion(version), writer: decodeWriter(by, writer) },
    owner,
  ],
}
