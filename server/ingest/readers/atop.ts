import { SpoiltFileError, type Reader, type ReadOptions, type Recognition, type TextFile } from '../rows/reader.ts'
import type { Item } from '../rows/row.ts'
import { actsOf, type StateNames } from './atop/acts.ts'
import { cellsOf, columnsOf, isMemberLevel, readPhase, type Phase } from './atop/phases.ts'
import { spellsOf } from './atop/spells.ts'
import { cleanName, nameFault } from './shared/actor-names.ts'
import { Fault, rejected } from './shared/fault.ts'

/** The table of all alliances since 1815 has some 2,400 rows; all of them are held, because rows tell something only together. */
const MOST_ROWS = 100_000

const CODES = /^"?stateabb"?,"?ccode"?,"?statenme"?\s*$/i

/**
 * Formal alliances of ATOP, at member level, beside them perhaps the Correlates of War list of states, from which names are taken. A row
 * is a phase of a membership and tells no event by itself: see `actsOf`. A row from which nothing could be told is set aside.
 */
export const atop: Reader = {
  format: 'atop',
  title: 'ATOP alliances, member level',

  recognise(files: readonly TextFile[]): Recognition | null {
    const members = files.filter(isMemberLevel)
    const codes = files.filter(isCodeList)
    if (members.length !== 1 || members.length + codes.length !== files.length || codes.length > 1) return null
    return {
      sure: 0.95,
      says: `ATOP member level: a row is a phase of a membership${codes.length === 1 ? ', with a list of states' : ''}`,
      asks: [],
      mends: [],
      collection: { id: 'atop', title: 'ATOP alliances' },
    }
  },

  async *read(files: readonly TextFile[], options: ReadOptions): AsyncGenerator<readonly Item[], void> {
    const file = files.findIndex(isMemberLevel)
    const table = files[file]
    if (!table) return
    const codes = files.find(isCodeList)
    const names = codes ? await readNames(codes, options) : new Map<string, string>()
    const items: Item[] = []
    const phases = await readPhases(table, file, options, items)
    yield items
    options.onBytes?.(files.reduce((sum, { bytes }) => sum + bytes, 0))
    for (const list of Map.groupBy(phases, ({ alliance }) => alliance).values()) yield tell(list, file, names)
  },
}

function tell(phases: readonly Phase[], file: number, names: StateNames): readonly Item[] {
  const made = actsOf(spellsOf(phases), { file, names })
  const told = new Set(made.flatMap(({ actor, target }) => [actor?.code?.text, target?.code?.text]))
  return [
    ...phases.map(({ line, member }): Item =>
      told.has(member)
        ? { type: 'used', file, line }
        : { type: 'aside', file, line, reason: 'no other member at the same time' },
    ),
    ...made.map((row): Item => ({ type: 'made', row })),
  ]
}

async function readPhases(
  table: TextFile,
  file: number,
  { signal }: ReadOptions,
  items: Item[],
): Promise<readonly Phase[]> {
  const phases: Phase[] = []
  let columns: ReturnType<typeof columnsOf> = null
  for await (const { first, lines } of table.lines(signal)) {
    for (const [at, text] of lines.entries()) {
      const line = first + at
      if (columns === null) {
        columns = columnsOf(text)
        if (!columns) throw new SpoiltFileError(table.name, line, 'The first line does not name the columns of ATOP.')
      } else if (text.trim() !== '') {
        const phase = readPhase(text, line, columns)
        if (phase instanceof Fault) items.push(rejected(file, line, text, phase))
        else phases.push(phase)
        if (phases.length > MOST_ROWS)
          throw new SpoiltFileError(
            table.name,
            line,
            `It has more than ${MOST_ROWS} rows; the table of alliances has some 2,400.`,
          )
      }
    }
  }
  return phases
}

function isCodeList(file: TextFile): boolean {
  return CODES.test(file.sample.split(/\r\n|\n|\r/, 1)[0] ?? '')
}

async function readNames(file: TextFile, { signal }: ReadOptions): Promise<StateNames> {
  const names = new Map<string, string>()
  for await (const { first, lines } of file.lines(signal)) {
    for (const [at, line] of lines.slice(0, MOST_ROWS).entries()) {
      const [, number = '', cell = ''] = cellsOf(line)
      const name = cleanName(cell)
      if (!/^\d+$/.test(number) || name === '') continue
      const fault = nameFault(name, 3)
      if (fault) throw new SpoiltFileError(file.name, first + at, fault.reason)
      names.set(number, name)
    }
  }
  return names
}
