import { CAMEO_CODES, codeOfName } from '../meaning/cameo-table.ts'
import { share } from '../readers/shared/sample.ts'
import { guessAct } from './act-guess.ts'
import { columnKey } from './columns.ts'
import { fittingForms } from './date-forms.ts'
import { guessByContent } from './guess-by-content.ts'
import { fieldsByName } from './header-words.ts'
import { type CODES, type Field, type Mapping } from './mapping.ts'
import { counted, filledCells, type TableSample } from './table-sample.ts'

/** Words of the act column that are guessed. */
const MOST_ACTS = 200
const MOSTLY = 0.8
const EMPTY = ['NA', 'N/A', 'n/a', 'NULL', 'null', 'None', 'none', 'nan', 'NaN', '-', '--', '\\N']
/** Columns with what is more than the fields that a header names. */
const CODE_COLUMNS = /^(actor|source|target|recipient) ?[12]? ?(iso2|iso3|iso|cow|code|ccode)$/

/**
 * The mapping that suggests itself by the names of columns and what stands in them. What nothing tells is left out, so that it may lack
 * what every mapping needs.
 */
export function suggestMapping(sample: TableSample): Mapping {
  const at = guessByContent(sample, sample.hasHeader ? namedFields(sample) : {})
  const empty = emptyWords(sample, at)
  const dates = at.date === undefined ? [] : fittingForms(filledCells(sample, at.date, empty))
  for (const field of ['until', 'reported'] as const) {
    const place = at[field]
    const fits = place === undefined ? [] : fittingForms(filledCells(sample, place, empty))
    if (place !== undefined && !dates.some((form) => fits.includes(form))) delete at[field]
  }
  const columns = Object.fromEntries(Object.entries(at).map(([field, place]) => [field, sample.names[place] ?? '']))
  const [form] = dates
  return {
    ...sample.ways,
    columns: { ...columns, ...codeColumns(sample) },
    ...(dates.length === 1 && form !== undefined ? { dates: form } : {}),
    ...actWords(sample, at, empty),
    ...codeSystem(sample),
    ...(empty.length > 0 ? { empty } : {}),
  }
}

/** What the names of columns tell, where what stands in them does not speak against it. */
function namedFields(sample: TableSample): Partial<Record<Field, number>> {
  const at = fieldsByName(sample.names)
  if (at.code !== undefined && !holdsCodes(sample, at.code)) delete at.code
  if (at.kind !== undefined && at.act === undefined && !holdsKinds(sample, at.kind)) moveKind(at)
  return at
}

function holdsCodes(sample: TableSample, at: number): boolean {
  return share(filledCells(sample, at), (cell) => /^\d{1,4}$/.test(cell)) >= MOSTLY
}

function holdsKinds(sample: TableSample, at: number): boolean {
  return share(filledCells(sample, at), (cell) => guessAct(cell) !== null && !cell.includes(' ')) >= MOSTLY
}

/** A column called kind whose words are not ours is an act. */
function moveKind(at: Partial<Record<Field, number>>): void {
  if (at.kind !== undefined) at.act = at.kind
  delete at.kind
}

function actWords(
  sample: TableSample,
  at: Partial<Record<Field, number>>,
  empty: readonly string[],
): Pick<Mapping, 'acts' | 'system'> {
  if (at.code !== undefined) return { system: 'CAMEO' }
  if (at.act === undefined) return {}
  const written = counted(filledCells(sample, at.act, empty)).slice(0, MOST_ACTS)
  if (share(written, ([word]) => codeOfName(word, 'ICEWS') !== null) >= MOSTLY) return { system: 'CAMEO' }
  const acts = written.flatMap(([word]) => {
    const act = guessAct(word)
    return act === null ? [] : [[word, act] as const]
  })
  return { acts: Object.fromEntries(acts) }
}

/** Words for nothing that stand in columns which are used. NA is Namibia where countries have codes. */
function emptyWords(sample: TableSample, at: Partial<Record<Field, number>>): readonly string[] {
  const cells = Object.entries(at).flatMap(([field, place]) =>
    /Country|Code/.test(field)
      ? filledCells(sample, place).filter((cell) => cell !== 'NA')
      : filledCells(sample, place),
  )
  const found = new Set(cells)
  return EMPTY.filter((word) => found.has(word))
}

function codeColumns(sample: TableSample): Partial<Record<Field, string>> {
  const names = sample.names.filter((name) => CODE_COLUMNS.test(columnKey(name)))
  const first = names.find((name) => /^(actor(?! ?2)|source)/.test(columnKey(name)))
  const second = names.find((name) => /^(target|recipient|actor ?2)/.test(columnKey(name)))
  return first !== undefined && second !== undefined && systemOf(sample, first) !== null
    ? { actorCode: first, targetCode: second }
    : {}
}

function codeSystem(sample: TableSample): Pick<Mapping, 'codes'> {
  const { actorCode } = codeColumns(sample)
  const codes = actorCode === undefined ? null : systemOf(sample, actorCode)
  return codes === null ? {} : { codes }
}

function systemOf(sample: TableSample, name: string): (typeof CODES)[number] | null {
  const cells = filledCells(sample, sample.names.indexOf(name))
  if (cells.length === 0) return null
  if (share(cells, (cell) => /^\d{1,3}$/.test(cell)) >= MOSTLY) return 'COW'
  if (share(cells, (cell) => /^[A-Z]{2}$/.test(cell)) >= MOSTLY) return 'ISO2'
  if (share(cells, (cell) => /^[A-Z]{3}$/.test(cell)) >= MOSTLY) return 'ISO3'
  return share(cells, (cell) => /^([A-Z]{3})+$/.test(cell)) >= MOSTLY ? 'CAMEO' : null
}

/** Whether the codes of a column have lost their leading zeros, so that 10 may be 10 or 010. */
export function lostZeros(codes: readonly string[]): boolean {
  return (
    !codes.some((code) => code.startsWith('0')) &&
    codes.some((code) => !CAMEO_CODES.has(code) && CAMEO_CODES.has(`0${code}`))
  )
}
