import { csv } from './csv.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { json } from './json.ts'
import type { Format } from './outgoing.ts'
import { stix } from './stix.ts'

/** Formats that need nothing but what leaves. */
export const FORMATS: readonly Format[] = [csv, json, graphml, gexf, stix]
