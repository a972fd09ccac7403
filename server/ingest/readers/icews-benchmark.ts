import { SpoiltFileError, type Reader, type ReadOptions, type Recognition, type TextFile } from '../rows/reader.ts'
import type { Item } from '../rows/row.ts'
import { ActorNames } from './shared/actor-names.ts'
import { DayTexts, readDay, type DayForm } from './shared/day-texts.ts'
import { EventTypes, isEventType } from './shared/event-types.ts'
import { Fault } from './shared/fault.ts'
import { icewsCollection } from './shared/icews-collection.ts'
import { readRows, type RowOf } from './shared/read-rows.ts'
import { column, sampleLines, share } from './shared/sample.ts'
import { isYearFirst, moved, spoiltDays, TABS_LOST, YEAR_FIRST_MENDED } from './shared/spoilt.ts'

const COLUMNS = 4
const [ACTOR, TYPE, TARGET, DAY] = [0, 1, 2, 3]
const NAMED = 'source, event type, target and day'

/** What a file's sample says of it. */
interface Look {
  readonly rows: readonly (readonly string[])[]
  readonly form: DayForm
}

/** ICEWS14, ICEWS05-15, ICEWS18 with names: source, event type, target and day between tabs, without a header. */
export const icewsBenchmark: Reader = {
  format: 'icews-benchmark',
  title: 'ICEWS benchmark, with names',

  recognise(files: readonly TextFile[]): Recognition | null {
    const looks = files.map(look)
    if (!looks.every((each) => each !== null) || looks.length === 0) return null
    const days = looks.flatMap((each) => column(each.rows, DAY).map((cell) => readDay(cell, 'year-first')?.text ?? ''))
    const years = [...new Set(days.filter((day) => day !== '').map((day) => Number(day.slice(0, 4))))]
    return {
      sure: 0.95,
      says: `ICEWS benchmark: 4 columns (${NAMED}), days`,
      asks: [],
      mends: looks.some((each) => each.form === 'year-first') ? [YEAR_FIRST_MENDED] : [],
      collection: icewsCollection(years),
    }
  },

  read(files: readonly TextFile[], options: ReadOptions): AsyncIterable<readonly Item[]> {
    return readRows(files, options, (file, index) => rowOf(index, look(file)?.form ?? 'iso'))
  },
}

/**
 * Null: the file is of another format.
 * @throws SpoiltFileError where it is of this one, and spoilt.
 */
function look(file: TextFile): Look | null {
  const lines = sampleLines(file)
  const rows = lines.map((line) => line.split('\t'))
  const types = [ACTOR, TYPE, TARGET, DAY].map((at) => share(column(rows, at), isEventType))
  const at = types.findIndex((part) => part >= 0.5)
  if (at < 0) {
    if (share(lines, (line) => isSpaced(line)) >= 0.5) throw new SpoiltFileError(file.name, 1, TABS_LOST)
    return null
  }
  if (share(rows, (row) => row.length === COLUMNS) < 0.5) return null
  if (at !== TYPE) throw new SpoiltFileError(file.name, 1, moved(`Its event types stand in column ${at + 1}, not 2.`))
  const cells = column(rows, DAY)
  const spoilt = spoiltDays(cells)
  if (spoilt !== null) throw new SpoiltFileError(file.name, 1, spoilt)
  const form = isYearFirst(cells) ? 'year-first' : 'iso'
  if (share(cells, (cell) => readDay(cell, form) !== null) < 0.5)
    throw new SpoiltFileError(file.name, 1, moved('Most of its rows have no day in column 4.'))
  return { rows, form }
}

/** Event types that hardly a day of ICEWS goes without. */
const COMMON =
  /\b(Make statement|Consult|Make an appeal or request|Express intent to|Accuse|Arrest, detain|Use conventional military|Use unconventional|Praise or endorse|Criticize or denounce|Host a visit|Make a visit|Threaten|Demand|Reject)\b/

/** Whether this was a row whose tabs have become spaces: a day at its end, an event type before it. */
function isSpaced(line: string): boolean {
  return !line.includes('\t') && / \d{4}-\d\d-\d\d\s*$/.test(line) && COMMON.test(line)
}

function rowOf(file: number, form: DayForm): RowOf {
  const actors = new ActorNames(ACTOR + 1)
  const targets = new ActorNames(TARGET + 1)
  const types = new EventTypes(TYPE + 1)
  const days = new DayTexts(form, DAY + 1)
  return (text, line) => {
    const cells = text.split('\t')
    if (cells.length !== COLUMNS)
      return new Fault(
        null,
        `The row has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'}; it needs 4: ${NAMED}.`,
        'not 4 columns',
      )
    const day = days.of(cells[DAY] ?? '')
    if (day instanceof Fault) return day
    const act = types.of(cells[TYPE] ?? '')
    if (act instanceof Fault) return act
    const actor = actors.of(cells[ACTOR] ?? '')
    if (actor instanceof Fault) return actor
    const target = targets.of(cells[TARGET] ?? '')
    if (target instanceof Fault) return target
    return {
      file,
      line,
      key: null,
      actor,
      target,
      occurred: day.text,
      reported: null,
      act,
      publisher: null,
      locator: null,
      summary: null,
      mirror: false,
    }
  }
}
