import { codeOfName } from '../meaning/cameo-table.ts'
import type { Reader, ReadOptions, Recognition, TextFile } from '../rows/reader.ts'
import type { CodedAct, Item, Surface } from '../rows/row.ts'
import { unquoted, type IcewsColumn } from './icews-columns.ts'
import { icewsLook, withZero, ZEROS_MENDED, type IcewsLook } from './icews-look.ts'
import { cleanName, nameFault } from './shared/actor-names.ts'
import { DayTexts } from './shared/day-texts.ts'
import { ICEWS } from './shared/event-types.ts'
import { Fault, quoted } from './shared/fault.ts'
import { Interned } from './shared/interned.ts'
import { readRows, type RowOf } from './shared/read-rows.ts'
import { YEAR_FIRST_MENDED } from './shared/spoilt.ts'

const NOTHING = Symbol('nothing')
const EVENT_ID = /^\d{1,18}$/

/** ICEWS as it was published: a record a line, with sectors, countries, code, intensity, story and publisher. */
export const icews: Reader = {
  format: 'icews',
  title: 'ICEWS raw records',

  recognise(files: readonly TextFile[]): Recognition | null {
    const looks = files.map(icewsLook)
    if (looks.length === 0 || !looks.every((each) => each !== null)) return null
    return {
      sure: 0.99,
      says: `ICEWS raw records, ${looks[0]?.header.count ?? 0} columns with a header`,
      asks: [],
      mends: [
        ...(looks.some((each) => each.form === 'year-first') ? [YEAR_FIRST_MENDED] : []),
        ...(looks.some((each) => each.zerosLost) ? [ZEROS_MENDED] : []),
        ...(looks.some((each) => each.header.isQuoted)
          ? ['Its cells stand in quotation marks, which are taken off.']
          : []),
      ],
      collection: { id: 'icews', title: 'ICEWS' },
    }
  },

  read(files: readonly TextFile[], options: ReadOptions): AsyncIterable<readonly Item[]> {
    return readRows(files, options, (file, index) => {
      const look = icewsLook(file)
      return look ? rowOf(index, look) : () => new Fault(null, 'The file has no header of ICEWS.', 'no header')
    })
  },
}

function rowOf(file: number, { header, form, zerosLost }: IcewsLook): RowOf {
  const days = new DayTexts(form, header.at['event date'] + 1)
  const actors = new Interned((text) => readActor(text, header.at['source name'] + 1))
  const targets = new Interned((text) => readActor(text, header.at['target name'] + 1))
  const acts = new Interned((text) => readAct(text, header.at, zerosLost))
  const publishers = new Interned((text) => cleanName(text) || NOTHING)
  let isFirst = true
  return (text, line) => {
    if (isFirst) {
      isFirst = false
      return null
    }
    const cells = header.isQuoted ? text.split('\t').map((cell) => unquoted(cell, true)) : text.split('\t')
    if (cells.length !== header.count)
      return new Fault(
        null,
        `The row has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'}; the header has ${header.count}.`,
        'not as many columns as the header',
      )
    const cell = (name: IcewsColumn): string => {
      const written = cells[header.at[name]] ?? ''
      return written === 'NA' ? '' : written
    }
    const key = cell('event id').trim()
    if (header.at['event id'] >= 0 && !EVENT_ID.test(key))
      return new Fault(header.at['event id'] + 1, `${quoted(key)} is no event id; it is a whole number.`, 'no event id')
    const day = days.of(cell('event date'))
    if (day instanceof Fault) return day
    const act = acts.of(`${cell('cameo code')}\t${cell('intensity')}\t${cell('event text')}`)
    if (act instanceof Fault) return act
    const actor = actors.of(`${cell('source name')}\t${cell('source country')}\t${cell('source sectors')}`)
    if (actor instanceof Fault) return actor
    const target = targets.of(`${cell('target name')}\t${cell('target country')}\t${cell('target sectors')}`)
    if (target instanceof Fault) return target
    const publisher = publishers.of(cell('publisher'))
    return {
      file,
      line,
      key: key === '' ? null : key,
      actor: actor === NOTHING ? null : actor,
      target: target === NOTHING ? null : target,
      occurred: day.text,
      reported: null,
      act,
      publisher: publisher === NOTHING ? null : publisher,
      locator: locatorOf(cell('story id'), cell('sentence number')),
      summary: null,
      mirror: false,
    }
  }
}

function locatorOf(story: string, sentence: string): string | null {
  if (story === '') return null
  return sentence === '' ? `story ${story}` : `story ${story}, sentence ${sentence}`
}

/** @param text name, country and sectors between tabs */
function readActor(text: string, column: number): Surface | Fault | typeof NOTHING {
  const [name = '', country = '', sectors = ''] = text.split('\t')
  const clean = cleanName(name)
  if (clean === '') return NOTHING
  const fault = nameFault(clean, column)
  if (fault) return fault
  return {
    name: clean,
    country: cleanName(country) || null,
    code: null,
    // Some sectors hold a comma and a space themselves: "Army Mechanized (Ships, Tanks, Planes)".
    sectors: sectors
      .split(/,(?! )/)
      .map((sector) => sector.trim())
      .filter((sector) => sector !== ''),
  }
}

/** @param text code, intensity and event type between tabs */
function readAct(text: string, at: Readonly<Record<IcewsColumn, number>>, zerosLost: boolean): CodedAct | Fault {
  const [written = '', value = '', eventText = ''] = text.split('\t').map((cell) => cell.trim())
  if (written === '' && eventText === '')
    return new Fault(at['event text'] + 1, 'The row has neither a CAMEO code nor an event type.', 'no event type')
  if (written !== '' && !/^\d{1,4}$/.test(written))
    return new Fault(
      at['cameo code'] + 1,
      `${quoted(written)} is no CAMEO code; it has two to four digits.`,
      'no event code',
    )
  const goldstein = value === '' ? null : Number(value)
  if (goldstein !== null && !(Math.abs(goldstein) <= 10))
    return new Fault(at.intensity + 1, `${quoted(value)} is no intensity; it goes from -10 to 10.`, 'no intensity')
  const code = zerosLost ? (withZero(written, eventText) ?? written) : written
  const named = codeOfName(eventText, 'ICEWS')
  if (code !== '' && named !== null && named.code !== code)
    return new Fault(
      at['cameo code'] + 1,
      `The code is ${code}, but ${quoted(eventText)} is ${named.code}: one of them is wrong.`,
      'code and event type disagree',
    )
  return { type: 'coded', system: ICEWS, code: code || null, name: eventText || null, goldstein }
}
