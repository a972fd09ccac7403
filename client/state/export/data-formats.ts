import type { ExportFormat } from '../../api/export.ts'

export type { ExportFormat }

export interface DataFormat {
  readonly name: ExportFormat
  readonly title: string
  /** Who reads it, and what is not in it. */
  readonly says: string
}

/** As docs/exports.md tells of them. */
export const DATA_FORMATS: readonly DataFormat[] = [
  {
    name: 'csv',
    title: 'CSV',
    says: 'A row an event, for spreadsheets and statistics. Of evidence it has sources and quotes alone.',
  },
  { name: 'json', title: 'JSON', says: 'Every record whole. Comes in again as it went out.' },
  { name: 'graphml', title: 'GraphML', says: 'For Gephi, yEd, NetworkX and igraph. Comes in again as it went out.' },
  { name: 'gexf', title: 'GEXF', says: 'For Gephi, with time. Without evidence, sources and affiliations.' },
  {
    name: 'stix',
    title: 'STIX 2.1',
    says: 'For OpenCTI and MISP. Acts are relationships of types of our own; a note in the file says what is lost.',
  },
  { name: 'cypher', title: 'Cypher', says: 'Statements for an empty Neo4j, on which Entente then shows the same.' },
  { name: 'yaml', title: 'YAML', says: 'The files of a case. A data set has none.' },
]
