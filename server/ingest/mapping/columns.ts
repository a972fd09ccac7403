import { SpoiltFileError } from '../rows/reader.ts'
import { FIELDS, type Field, type Mapping } from './mapping.ts'

/** Where each field of a mapping is: the place of its column, from 0; or its constant; or nowhere. */
export interface Places {
  readonly at: Readonly<Record<Field, number>>
  readonly constants: Partial<Readonly<Record<Field, string>>>
}

const SHOWN = 40

/** Names of columns are the same whatever their case and spaces. */
export function columnKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
}

/**
 * Where the columns of a mapping stand in a file.
 * @param names of the columns, in order; of a table without a header: their numbers, from 1
 * @throws SpoiltFileError where one is not there, or there twice
 */
export function placesOf(mapping: Mapping, names: readonly string[], file: string): Places {
  const keys = names.map(columnKey)
  const at = Object.fromEntries(FIELDS.map((field) => [field, -1])) as Record<Field, number>
  for (const field of FIELDS) {
    const wanted = mapping.columns[field]
    if (wanted === undefined) continue
    const exact = names.indexOf(wanted)
    const place = exact >= 0 ? exact : keys.indexOf(columnKey(wanted))
    if (place < 0) throw new SpoiltFileError(file, 1, missing(field, wanted, names))
    if (exact < 0 && keys.includes(columnKey(wanted), place + 1))
      throw new SpoiltFileError(file, 1, `Two of its columns are called ${said(wanted)}. Name them differently.`)
    at[field] = place
  }
  return { at, constants: mapping.constants ?? {} }
}

function missing(field: Field, wanted: string, names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map(said).join(', ')
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  return `The mapping takes ${field} from the column ${said(wanted)}, which it does not have. Its columns are ${shown}${more}.`
}

function said(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?')
  return `"${clean.length > 60 ? `${clean.slice(0, 60)}…` : clean}"`
}
