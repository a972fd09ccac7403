import type { Day } from '../../domain/days.ts'
import type { Reader, ReadOptions, Recognition, TextFile } from '../rows/reader.ts'
import type { CodedAct, Item } from '../rows/row.ts'
import { GdeltActors } from './gdelt-actors.ts'
import { ACTOR1, ACTOR2, ACTOR_COLUMNS, CODE, DAY, GDELT_2, GOLDSTEIN, ID, ROOT_CODE } from './gdelt-columns.ts'
import { gdeltLook, isHeader, ZEROS_MENDED, type GdeltLook } from './gdelt-look.ts'
import { DayTexts } from './shared/day-texts.ts'
import { Fault, quoted } from './shared/fault.ts'
import { hostOf } from './shared/host.ts'
import { Interned } from './shared/interned.ts'
import { readRows, type RowOf } from './shared/read-rows.ts'
import { Tabbed } from './shared/tabbed.ts'

const SYSTEM = 'CAMEO (GDELT)'
const NO_ADDRESS = Symbol('no address')
const LONGEST_ADDRESS = 4_000

/** GDELT's event exports, 2.0 and 1.0: tabs, no header, an id of its own for each row. */
export const gdelt: Reader = {
  format: 'gdelt',
  title: 'GDELT event export',

  recognise(files: readonly TextFile[]): Recognition | null {
    const looks = files.map(gdeltLook)
    const first = looks[0]
    if (!first || !looks.every((each) => each !== null)) return null
    return {
      sure: 0.98,
      says: first.version.says,
      asks: [],
      mends: looks.some((each) => each.zerosLost) ? [ZEROS_MENDED] : [],
      collection: { id: 'gdelt', title: 'GDELT' },
    }
  },

  read(files: readonly TextFile[], options: ReadOptions): AsyncIterable<readonly Item[]> {
    return readRows(files, options, (file, index) => rowOf(index, gdeltLook(file)))
  },
}

function rowOf(file: number, look: GdeltLook | null): RowOf {
  const { version, zerosLost } = look ?? { version: GDELT_2, zerosLost: false }
  const wanted = version.counts.join(' or ')
  const row = new Tabbed(Math.max(...version.counts))
  const days = new DayTexts('compact', DAY + 1)
  const added = new DayTexts('compact', version.added + 1)
  const actors = new GdeltActors(ACTOR1)
  const targets = new GdeltActors(ACTOR2)
  const acts = new Interned((text) => readAct(text, zerosLost))
  const hosts = new Interned((text) => hostOf(text) ?? NO_ADDRESS)
  return (text, line) => {
    if (line === 1 && isHeader(text)) return null
    row.set(text)
    if (!version.counts.includes(row.columns))
      return new Fault(null, `The row has ${columnsOf(text)} columns; it needs ${wanted}.`, `not ${wanted} columns`)
    const key = row.cell(ID)
    if (!isNumber(key)) return new Fault(ID + 1, `${quoted(key)} is no event id; it is a whole number.`, 'no event id')
    const day = days.of(row.cell(DAY))
    if (day instanceof Fault) return day
    const reported = reportedOn(added, row.cell(version.added))
    if (reported instanceof Fault) return reported
    const act = acts.of(row.cells(CODE, GOLDSTEIN - CODE + 1))
    if (act instanceof Fault) return act
    const actor = actors.of(row.cells(ACTOR1, ACTOR_COLUMNS))
    if (actor instanceof Fault) return actor
    const target = targets.of(row.cells(ACTOR2, ACTOR_COLUMNS))
    if (target instanceof Fault) return target
    const address = row.columns > version.url ? row.cell(version.url).trim() : ''
    if (address.length > LONGEST_ADDRESS)
      return new Fault(version.url + 1, `An address has at most ${LONGEST_ADDRESS} characters.`, 'address too long')
    const host = hosts.of(siteOf(address))
    return {
      file,
      line,
      key,
      actor,
      target,
      occurred: day.text,
      reported,
      act,
      // Broadcasts and the like have no address: what stands there is the publisher itself.
      publisher: host === NO_ADDRESS ? address || null : host,
      locator: address || null,
      summary: null,
      mirror: false,
    }
  }
}

function isNumber(text: string): boolean {
  return /^\d{1,18}$/.test(text)
}

/** The day on which a row was added, of which 2.0 writes the time behind it. */
function reportedOn(added: DayTexts, cell: string): Day | Fault {
  const day = added.of(cell.slice(0, 8))
  return day instanceof Fault ? day : day.day
}

/** An address up to its path, so that one article more is not one text more to remember. */
function siteOf(address: string): string {
  const path = address.indexOf('/', 8)
  return path < 0 ? address : address.slice(0, path)
}

function columnsOf(text: string): number {
  return text.split('\t').length
}

/** @param text the columns from the code to the Goldstein value */
function readAct(text: string, zerosLost: boolean): CodedAct | Fault {
  const cells = text.split('\t')
  const [written, root, value] = [cells[0] ?? '', cells[ROOT_CODE - CODE] ?? '', cells[GOLDSTEIN - CODE] ?? '']
  const code = zerosLost && /^\d$/.test(root) ? `0${written}` : written
  if (!/^\d{2,4}$/.test(code))
    return new Fault(CODE + 1, `${quoted(written)} is no event code; it has two to four digits.`, 'no event code')
  if (!code.startsWith(zerosLost && root.length === 1 ? `0${root}` : root))
    return new Fault(
      CODE + 1,
      `The event code ${code} does not begin with the root code ${quoted(root)}: one of them is wrong.`,
      'code and root code disagree',
    )
  const goldstein = value.trim() === '' ? null : Number(value)
  if (goldstein !== null && !(Math.abs(goldstein) <= 10))
    return new Fault(
      GOLDSTEIN + 1,
      `${quoted(value)} is no Goldstein value; it goes from -10 to 10.`,
      'no Goldstein value',
    )
  return { type: 'coded', system: SYSTEM, code, name: null, goldstein }
}
