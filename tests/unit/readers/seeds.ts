import { ACLED, OWN, OWN_GRAPHML, OWN_GRAPHML_MAPPING, OWN_MAPPING, OWN_SHEET, POLECAT } from './own-rows.ts'
import { workbook } from './workbook.ts'
import { ATOP, ATOP_STATES, GDELT, IDS, NAMED, RAW, text } from './small-rows.ts'

/** Sound files of one format, and what must be said to read them. */
export interface Seed {
  readonly format: string
  readonly files: Readonly<Record<string, Buffer>>
  readonly mapping?: unknown
}

/** One at least for each reader: what mutations begin with. */
export const SEEDS: readonly Seed[] = [
  { format: 'icews', files: { 'events.tab': Buffer.from(text(RAW)) } },
  { format: 'icews-benchmark', files: { 'named.tsv': Buffer.from(text([...NAMED, ...NAMED])) } },
  {
    format: 'icews-benchmark-ids',
    files: Object.fromEntries(Object.entries(IDS).map(([name, lines]) => [name, Buffer.from(text(lines))])),
    mapping: { start: '2014-01-01' },
  },
  { format: 'atop', files: { 'members.csv': Buffer.from(text(ATOP)), 'states.csv': Buffer.from(text(ATOP_STATES)) } },
  { format: 'table', files: { 'own.csv': Buffer.from(text(OWN)) }, mapping: OWN_MAPPING },
  {
    format: 'table',
    files: { 'own.xlsx': workbook([{ name: 'One', rows: OWN_SHEET }]) },
    mapping: OWN_MAPPING,
  },
  { format: 'table', files: { 'own.graphml': Buffer.from(OWN_GRAPHML) }, mapping: OWN_GRAPHML_MAPPING },
  { format: 'table', files: { 'polecat.txt': Buffer.from(text(POLECAT)) } },
  { format: 'table', files: { 'acled.csv': Buffer.from(text(ACLED)) } },
  { format: 'gdelt', files: { 'export.CSV': Buffer.from(text(GDELT)) } },
]
