import { cleanName, nameFault } from '../readers/shared/actor-names.ts'
import { Fault, quoted } from '../readers/shared/fault.ts'
import { Interned } from '../readers/shared/interned.ts'
import type { SourceRow, Surface } from '../rows/row.ts'
import { actsOf, LeftOut } from './act-lookup.ts'
import type { Places } from './columns.ts'
import { DATE_FORMS, readDate, type WrittenDate } from './date-forms.ts'
import { titleOf } from './fields.ts'
import type { DateForm, Field, Mapping } from './mapping.ts'
import { RowCells } from './row-cells.ts'

/** A row of a table to what it tells. */
export type MappedRowOf = (cells: readonly string[], line: number) => SourceRow | Fault | LeftOut

const NOBODY = Symbol('nobody')
const SEPARATOR = '\u{1f}'
const LONGEST_WORDS = 1_000

/**
 * How the rows of a file are read by a mapping.
 * @param file which of the files, from 0
 * @param form how its days are written
 */
export function mappedRowOf(mapping: Mapping, places: Places, form: DateForm, file: number): MappedRowOf {
  const cells = new RowCells(mapping, places)
  const dates = { date: datesOf('date'), until: datesOf('until'), reported: datesOf('reported') }
  const who = { actor: surfaces('actor'), target: surfaces('target') }
  const actOf = actsOf(mapping, places)
  const cell = (field: Field): string => cells.of(field)

  function datesOf(field: Field): Interned<WrittenDate | Fault> {
    return new Interned((text) => readDate(text, form) ?? noDate(text, form, places.at[field]))
  }
  function surfaces(of: 'actor' | 'target'): Interned<Surface | Fault | typeof NOBODY> {
    return new Interned((text) => toSurface(text.split(SEPARATOR), mapping, places, of) ?? NOBODY)
  }
  function surfaceOf(of: 'actor' | 'target'): Surface | Fault | null {
    const parts = [cell(of), cell(`${of}Country`), cell(`${of}Code`), cell(`${of}Sectors`)]
    const found = who[of].of(parts.join(SEPARATOR))
    return found === NOBODY ? null : found
  }

  return (row, line) => {
    cells.set(row)
    const broken = cells.fault()
    if (broken) return broken
    const begun = dates.date.of(cell('date'))
    if (begun instanceof Fault) return begun
    const ended = cell('until') === '' ? null : dates.until.of(cell('until'))
    if (ended instanceof Fault) return ended
    const known = cell('reported') === '' ? null : dates.reported.of(cell('reported'))
    if (known instanceof Fault) return known
    const occurred = spanOf(begun, ended, places.at.until)
    if (occurred instanceof Fault) return occurred
    const actor = surfaceOf('actor')
    if (actor instanceof Fault) return actor
    const target = surfaceOf('target')
    if (target instanceof Fault) return target
    const act = actOf(cell)
    if (act instanceof Fault || act instanceof LeftOut) return act
    return {
      file,
      line,
      key: cell('id') || null,
      actor,
      target,
      occurred,
      reported: known?.day ?? null,
      act,
      publisher: cell('publisher') || null,
      locator: cell('locator') || null,
      summary: cell('summary') || null,
      mirror: false,
    }
  }
}

/** @param parts name, country, code and sectors as they are written; null: the name is empty */
function toSurface(
  [name = '', country = '', code = '', sectors = '']: readonly string[],
  { codes }: Mapping,
  { at }: Places,
  of: 'actor' | 'target',
): Surface | Fault | null {
  const clean = cleanName(name) || cleanName(codes === undefined ? '' : code)
  if (clean === '') return null
  const fault = nameFault(clean, at[of] + 1)
  if (fault) return fault
  if (country.length + code.length + sectors.length > LONGEST_WORDS)
    return new Fault(
      null,
      `Country, code and sectors of ${quoted(clean)} have more than ${LONGEST_WORDS} characters.`,
      'words too long',
    )
  return {
    name: clean,
    country: cleanName(country) || null,
    code: codes === undefined || code === '' ? null : { system: codes, text: code },
    // Some sectors hold a comma and a space themselves.
    sectors: sectors
      .split(/;|,(?! )/)
      .map((sector) => sector.trim())
      .filter((sector) => sector !== ''),
  }
}

function spanOf(begun: WrittenDate, ended: WrittenDate | null, at: number): string | Fault {
  if (ended === null || ended.text === begun.text) return begun.text
  if (begun.day === null || ended.day === null)
    return new Fault(at + 1, 'Of a span with a first and a last day, both are full days.', 'no day')
  if (ended.day < begun.day)
    return new Fault(at + 1, `The last day ${ended.text} is before the first, ${begun.text}.`, 'ends before it begins')
  return `${begun.text}/${ended.text}`
}

function noDate(text: string, form: DateForm, at: number): Fault {
  const known = DATE_FORMS.find((each) => each.form === form)
  const column = at < 0 ? null : at + 1
  if (text.trim() === '') return new Fault(column, `The row has nothing under ${titleOf('date')}.`, 'no day')
  return new Fault(
    column,
    `${quoted(text)} is no day as the mapping says (${form}: ${known?.example ?? ''}).`,
    'no day',
  )
}
