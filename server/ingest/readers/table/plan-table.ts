import { basename } from 'node:path'
import { actKey } from '../../mapping/act-lookup.ts'
import { checkMapping } from '../../mapping/check-mapping.ts'
import { columnKey, placesOf } from '../../mapping/columns.ts'
import { DATE_FORMS, fittingForms } from '../../mapping/date-forms.ts'
import { describeMapping } from '../../mapping/describe.ts'
import { mappingYaml } from '../../mapping/mapping-yaml.ts'
import { isCameo, speaksOfColumns, type DateForm, type Field, type Mapping } from '../../mapping/mapping.ts'
import { presetFor, type Preset } from '../../mapping/presets.ts'
import { lostZeros, suggestMapping } from '../../mapping/suggest.ts'
import { ASKED, CHOICES, type Suggestion } from '../../mapping/suggestion.ts'
import { counted, filledCells, type TableSample } from '../../mapping/table-sample.ts'
import { SpoiltFileError } from '../../rows/reader.ts'
import { idOf } from '../../names/keys.ts'
import { quoted } from '../shared/fault.ts'
import type { Sheet } from './sheet.ts'

/** How tables are going to be read. */
export interface TablePlan {
  readonly sure: number
  readonly says: string
  /** Empty: nothing is open. */
  readonly asks: readonly string[]
  readonly notes: readonly string[]
  readonly collection: { readonly id: string; readonly title: string }
  readonly mapping: Mapping
  /** How days are written; null: it has to be said. */
  readonly form: DateForm | null
  readonly suggestion: Suggestion
}

const MOST_EXAMPLES = 5
const MOST_ACTS = 200
const LONGEST_EXAMPLE = 80
const SEPARATORS_SAID: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

/**
 * Which mapping is used and what is still to be said: the mapping given, else the preset of the columns, else one that suggests itself
 * and that somebody has to look at.
 * @throws SpoiltFileError where a column of the mapping is not there, or what is in it is spoilt throughout
 */
export function planTable(sheets: readonly Sheet[], given: unknown): TablePlan {
  const sample = sampleOf(sheets)
  const [first] = sheets
  const name = first?.file.name ?? ''
  if (speaksOfColumns(given)) {
    const checked = checkMapping(given)
    const problems = 'problems' in checked ? checked.problems : []
    const mapping = 'problems' in checked ? suggestMapping(sample) : checked
    if (problems.length === 0) refuseSpoilt(sample, mapping, name)
    const told = problems.map(({ path, says }) =>
      path.length > 0 ? `The mapping, ${path.join('.')}: ${says}` : `The mapping: ${says}`,
    )
    return plan(sheets, sample, mapping, { sure: 1, told, preset: null })
  }
  const preset = sample.hasHeader ? presetFor(sample.names) : null
  if (preset) {
    const mapping = presetMapping(preset, sample)
    refuseSpoilt(sample, mapping, name)
    return plan(sheets, sample, mapping, { sure: 0.8, told: [], preset })
  }
  return plan(sheets, sample, suggestMapping(sample), { sure: 0.1, told: [ASKED], preset: null })
}

interface Judged {
  readonly sure: number
  readonly told: readonly string[]
  readonly preset: Preset | null
}

function plan(
  sheets: readonly Sheet[],
  sample: TableSample,
  mapping: Mapping,
  { sure, told, preset }: Judged,
): TablePlan {
  const forms = mapping.dates ? [mapping.dates] : formsOf(sample, mapping)
  const [form = null] = forms.length === 1 ? forms : []
  const acts = actsSeen(sample, mapping)
  const [sheet] = sheets
  const isMade = sheet?.file.sheet !== undefined || sheet?.file.madeOf !== undefined
  const separator = isMade ? '' : ` between ${SEPARATORS_SAID[sheet?.dialect.separator ?? ','] ?? ''}`
  return {
    sure,
    says: `${preset?.title ?? sheet?.file.madeOf ?? 'Table'}: ${sample.names.length} columns${separator}, ${sample.hasHeader ? 'with' : 'without'} a header`,
    asks: [...told, ...askDates(sample, mapping, forms)],
    notes: preset ? [preset.note] : [],
    collection: preset?.collection ?? collectionOf(sheet?.file.name ?? ''),
    mapping,
    form,
    suggestion: {
      mapping,
      yaml: mappingYaml(mapping, acts, sample.names),
      says: describeMapping(mapping, acts),
      columns: sample.names.map((column, at) => ({ name: column, examples: examplesOf(sample, at) })),
      acts,
      ...CHOICES,
    },
  }
}

function sampleOf(sheets: readonly Sheet[]): TableSample {
  const [first] = sheets
  const sheet = first?.isChosen === true && first.file.sheet !== undefined ? { sheet: first.file.sheet } : {}
  return {
    names: first?.names ?? [],
    hasHeader: first?.hasHeader ?? false,
    rows: sheets.flatMap(({ rows }) => rows),
    ways: { ...sheet, ...(first?.hasHeader === false ? { header: false } : {}) },
  }
}

/** Without columns that this export leaves out: there are several sorts of them. */
function presetMapping({ mapping }: Preset, sample: TableSample): Mapping {
  const keys = new Set(sample.names.map(columnKey))
  const columns = Object.entries(mapping.columns).filter(([, column]) => keys.has(columnKey(column)))
  return { ...sample.ways, ...mapping, columns: Object.fromEntries(columns) }
}

/** The cells of a field in the first rows, or its constant. */
function cellsOf(sample: TableSample, mapping: Mapping, field: Field): readonly string[] {
  const constant = mapping.constants?.[field]
  if (constant !== undefined) return [constant]
  const column = mapping.columns[field]
  if (column === undefined) return []
  const key = columnKey(column)
  const exact = sample.names.indexOf(column)
  const at = exact >= 0 ? exact : sample.names.findIndex((name) => columnKey(name) === key)
  return at < 0 ? [] : filledCells(sample, at, mapping.empty)
}

function formsOf(sample: TableSample, mapping: Mapping): readonly DateForm[] {
  return fittingForms(cellsOf(sample, mapping, 'date'))
}

function askDates(sample: TableSample, mapping: Mapping, forms: readonly DateForm[]): readonly string[] {
  if (forms.length === 1) return []
  const cells = cellsOf(sample, mapping, 'date')
  const [cell] = cells
  if (cell === undefined)
    return mapping.columns.date === undefined ? [] : ['The column of days is empty in the first rows.']
  const written = (each: DateForm): string =>
    `dates: ${each} (${DATE_FORMS.find(({ form }) => form === each)?.example ?? ''})`
  if (forms.length > 1)
    return [
      `Days are written like ${quoted(cell)}, which may mean several. Say which: ${forms.map(written).join(' or ')}.`,
    ]
  const odd = cells.find((each) => fittingForms([each]).length === 0)
  const example = odd === undefined ? `in several ways, such as ${quoted(cell)}` : `like ${quoted(odd)}`
  return [
    `Days are written ${example}: take another column, or say how they are to be read and leave the other rows out. Ways are ${DATE_FORMS.map(({ form }) => form).join(', ')}.`,
  ]
}

function actsSeen(sample: TableSample, mapping: Mapping): Suggestion['acts'] {
  if (mapping.acts === undefined && (isCameo(mapping) || mapping.columns.code !== undefined)) return []
  const known = new Map(Object.entries(mapping.acts ?? {}).map(([word, act]) => [actKey(...splitAct(word)), act]))
  const acts = cellsOf(sample, mapping, 'act')
  const seen = counted(acts)
    .slice(0, MOST_ACTS)
    .map(([written, rows]) => ({ written, rows, act: known.get(actKey(written)) ?? null }))
  // Modes are told where the mapping has them.
  const finer = Object.entries(mapping.acts ?? {})
    .filter(([word]) => word.includes(' / '))
    .map(([written, act]) => ({ written, rows: 0, act }))
  return [...seen, ...finer]
}

function splitAct(word: string): [act: string, mode: string] {
  const [act = '', ...mode] = word.split(' / ')
  return [act, mode.join(' / ')]
}

/** What became of whole columns. Which rows are spoilt beyond the first ones, is told row by row. */
function refuseSpoilt(sample: TableSample, mapping: Mapping, file: string): void {
  placesOf(mapping, sample.names, file)
  if (lostZeros(cellsOf(sample, mapping, 'code')))
    throw new SpoiltFileError(
      file,
      sample.hasHeader ? 2 : 1,
      'Its CAMEO codes have lost their leading zeros (043 became 43), and which 10 was a 010 nobody can tell. Take the file as it was published, or format the column as text before it is filled.',
    )
}

function examplesOf(sample: TableSample, at: number): readonly string[] {
  const different = counted(filledCells(sample, at)).slice(0, MOST_EXAMPLES)
  return different.map(([text]) => (text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text))
}

/** By the name of the file, which is all that a table says of itself. */
function collectionOf(name: string): { readonly id: string; readonly title: string } {
  const [file = ''] = name.split('/')
  const plain = basename(file).replace(/(\.(csv|tsv|tab|txt|xlsx|xlsm|gz|zip|graphml|xml))+$/i, '')
  return { id: idOf(plain) || 'table', title: plain.replaceAll(/[_-]+/g, ' ').trim() || 'Table' }
}
