import { batchesOf } from '../egress/batches.ts'
import { FORMATS } from '../egress/formats.ts'
import type { Format } from '../egress/outgoing.ts'
import { describe } from '../egress/told.ts'
import { cypherScript } from '../store/neo4j/script/cypher-script.ts'
import { caseYaml } from './case-yaml.ts'

const cypher: Format = {
  name: 'cypher',
  title: 'Cypher, for an empty Neo4j',
  extension: 'cypher',
  mediaType: 'text/plain; charset=utf-8',
  loses: null,
  write: (outgoing) => cypherScript(describe(outgoing), batchesOf(outgoing)),
}

/** Every format that data leaves in. */
export const EXPORT_FORMATS: readonly Format[] = [...FORMATS, cypher, caseYaml]
