import type { SurfaceCode } from '../rows/row.ts'

/** What a column of a table may be. Who and when are needed, and what was done: an act, a code or a kind. */
export const FIELDS = [
  'actor',
  'target',
  'date',
  'until',
  'reported',
  'act',
  'mode',
  'code',
  'kind',
  'subtype',
  'stage',
  'strength',
  'mark',
  'scope',
  'goldstein',
  'id',
  'publisher',
  'locator',
  'summary',
  'actorCode',
  'actorCountry',
  'actorSectors',
  'targetCode',
  'targetCountry',
  'targetSectors',
] as const
export type Field = (typeof FIELDS)[number]

/** How days are written: see `DATE_FORMS`. */
export type DateForm = 'year-month-day' | 'day-month-year' | 'month-day-year' | 'named-month' | 'excel' | 'edtf'

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

export const CODES = ['ISO2', 'ISO3', 'COW', 'CAMEO'] as const satisfies readonly SurfaceCode['system'][]

/** Stands in the place of an act whose rows are set aside. */
export const LEAVE_OUT = 'leave out'

/** Which column of a table is what, and what its words mean here. Plain data: docs/mapping.md is its grammar. */
export interface Mapping {
  /** Field to the column's name, or to its number from 1 where the table has no header. */
  readonly columns: Partial<Readonly<Record<Field, string>>>
  /** Field to what it is in every row. */
  readonly constants?: Partial<Readonly<Record<Field, string>>>
  readonly dates?: DateForm
  /** Their word, or `TYPE / mode`, to ours: `COOPERATION aid`. */
  readonly acts?: Readonly<Record<string, string>>
  /** What the acts or codes are called together: `PLOVER`. */
  readonly system?: string
  /** What actorCode and targetCode are. */
  readonly codes?: SurfaceCode['system']
  /** Words that stand for an empty cell. */
  readonly empty?: readonly string[]
  readonly separator?: Separator
  readonly header?: boolean
  /** The sheet of a workbook that is read. */
  readonly sheet?: string
}

/** What is wrong with a mapping. */
export interface MappingProblem {
  /** Where in it: `['columns', 'actor']`. */
  readonly path: readonly string[]
  /** A sentence that says what is allowed. */
  readonly says: string
}

/** Whether what was given as a mapping speaks of columns; another format may take settings of its own. */
export function speaksOfColumns(mapping: unknown): boolean {
  return typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping) && 'columns' in mapping
}

/** Whether words that `acts` does not have are names of CAMEO. */
export function isCameo({ system }: Mapping): boolean {
  return /^cameo\b/i.test(system ?? '')
}
