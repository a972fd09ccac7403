import { CAMEO_CODES } from '../meaning/cameo-table.ts'
import { resolveName } from '../names/resolve-name.ts'
import { share } from '../readers/shared/sample.ts'
import { guessAct } from './act-guess.ts'
import { fittingForms } from './date-forms.ts'
import type { Field } from './mapping.ts'
import { counted, filledCells, type TableSample } from './table-sample.ts'

/** Different texts of a column whose names are looked up. */
const MOST_NAMES = 60
const MOSTLY = 0.6
/** Rows of which nothing can be said by how often things repeat. */
const FEW = 10

/**
 * Which column is what, by what stands in them, where their names do not tell it.
 * @param byName what they told
 */
export function guessByContent(
  sample: TableSample,
  byName: Partial<Readonly<Record<Field, number>>>,
): Partial<Record<Field, number>> {
  const found: Partial<Record<Field, number>> = { ...byName }
  const taken = new Set(Object.values(found))
  const take = (field: Field, holds: (cells: readonly string[]) => boolean): void => {
    if (found[field] !== undefined) return
    const at = sample.names.findIndex((_, place) => !taken.has(place) && holds(filledCells(sample, place)))
    if (at < 0) return
    found[field] = at
    taken.add(at)
  }
  take('date', (cells) => fittingForms(cells).some((form) => form !== 'excel'))
  if (found.act === undefined && found.kind === undefined)
    take(
      'code',
      (cells) => isMostly(cells, (cell) => CAMEO_CODES.has(cell)) && cells.some((cell) => cell.startsWith('0')),
    )
  take('actor', areNames)
  take('target', areNames)
  if (found.code === undefined && found.kind === undefined)
    take('act', (cells) => isRepeated(cells) && isMostly(counted(cells), ([word]) => guessAct(word) !== null))
  if (sample.hasHeader) return found
  take('locator', (cells) => isMostly(cells, (cell) => /^https?:\/\//.test(cell)))
  take(
    'id',
    (cells) =>
      cells.length === sample.rows.length &&
      new Set(cells).size === cells.length &&
      isMostly(cells, (cell) => /^\d+$/.test(cell)),
  )
  return found
}

function areNames(cells: readonly string[]): boolean {
  const names = counted(cells.filter((cell) => /\p{L}{2}/u.test(cell))).slice(0, MOST_NAMES)
  return names.length > cells.length / 1_000 && isMostly(names, ([name]) => resolveName(name).how !== 'new')
}

/** Acts come again and again, but in the smallest of tables. */
function isRepeated(cells: readonly string[]): boolean {
  return cells.length <= FEW || new Set(cells).size < cells.length / 2
}

function isMostly<T>(items: readonly T[], passes: (item: T) => boolean): boolean {
  return share(items, passes) >= MOSTLY
}
