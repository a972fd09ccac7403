import { parseDay } from '../../domain/days.ts'
import { SpoiltFileError, type Reader, type ReadOptions, type Recognition, type TextFile } from '../rows/reader.ts'
import type { Item } from '../rows/row.ts'
import { readDictionary } from './id-dictionary.ts'
import { idFile, type IdFile } from './id-files.ts'
import { idRowOf, type IdMeaning } from './id-rows.ts'
import { idMapping, knownByTypes, knownStart, unitOf } from './id-times.ts'
import { icewsCollection } from './shared/icews-collection.ts'
import { readRows } from './shared/read-rows.ts'
import { sampleLines } from './shared/sample.ts'

const START = 'the first day, as `start: 2014-01-01` in a mapping'
const UNIT = 'whether times are hours or days, as `unit: hours` in a mapping'

/** The benchmarks as they are spread for machines: rows of ids, with entity2id and relation2id beside them. */
export const icewsBenchmarkIds: Reader = {
  format: 'icews-benchmark-ids',
  title: 'ICEWS benchmark, ids with two dictionaries',

  recognise(files: readonly TextFile[], mapping?: unknown): Recognition | null {
    const kinds = kindsOf(files)
    if (!kinds || (!kinds.includes('rows') && !kinds.includes('types'))) return null
    complete(files, kinds)
    const types = files.filter((_, at) => kinds[at] === 'types')
    const listed = types[0] ? sampleLines(types[0]).length : 0
    const known = knownByTypes(listed)
    const said = idMapping(mapping, files[0]?.name ?? '')
    const unit = said.unit ?? unitOf(sampleTimes(files, kinds))
    const asks = [
      ...(known || said.start !== null ? [] : [`Say ${START}.`]),
      ...(unit === null ? [`Say ${UNIT}.`] : []),
    ]
    const year = known && known.title !== 'ICEWS05-15' ? [Number(known.start.slice(0, 4))] : known ? [2005, 2015] : []
    return {
      sure: 0.9,
      says:
        `ICEWS benchmark: rows of ids with two dictionaries, times in ${unit ?? 'hours or days'}` +
        (known ? `, counted from ${known.start} (it lists ${listed} event types, as ${known.title} does)` : ''),
      asks,
      mends: [],
      collection: icewsCollection(year),
    }
  },

  async *read(files: readonly TextFile[], options: ReadOptions): AsyncGenerator<readonly Item[], void> {
    const kinds = kindsOf(files) ?? []
    const { actors, types } = complete(files, kinds)
    const said = idMapping(options.mapping, files[0]?.name ?? '')
    const unit = said.unit ?? unitOf(sampleTimes(files, kinds))
    const names = await readDictionary(actors, options.signal)
    const acts = await readDictionary(types, options.signal)
    const start = said.start === null ? knownStart(acts.length, names.length) : parseDay(said.start)
    if (start === null || unit === null)
      throw new SpoiltFileError(
        types.name,
        null,
        `It lists ${acts.length} event types beside ${names.length} actors, which is no data set whose days are known. Say ${start === null ? START : UNIT}.`,
      )
    const meaning: IdMeaning = { names, acts, start, unit }
    // Dictionaries are no rows; their bytes count as read.
    let before = 0
    for (const [at, file] of files.entries()) {
      if (kinds[at] === 'rows') {
        const told = before
        const onBytes = (bytes: number): void => options.onBytes?.(told + bytes)
        yield* readRows([file], { ...options, onBytes }, () => idRowOf(at, meaning), at)
      }
      before += file.bytes
      options.onBytes?.(before)
    }
  },
}

/** What each of the files is; null where one is nothing of such a benchmark. */
function kindsOf(files: readonly TextFile[]): readonly IdFile[] | null {
  const kinds = files.map(idFile)
  return kinds.every((kind) => kind !== null) ? kinds : null
}

/** @throws SpoiltFileError where a part is missing or there twice. */
function complete(
  files: readonly TextFile[],
  kinds: readonly IdFile[],
): { readonly actors: TextFile; readonly types: TextFile } {
  const [actors, ...moreActors] = files.filter((_, at) => kinds[at] === 'actors')
  const [types, ...moreTypes] = files.filter((_, at) => kinds[at] === 'types')
  const rows = files[kinds.indexOf('rows')]?.name
  if (rows === undefined)
    throw new SpoiltFileError(
      files[0]?.name ?? '',
      null,
      'It is a dictionary of ids: give the files with rows too (train, valid, test).',
    )
  if (!actors)
    throw new SpoiltFileError(rows, null, 'Its actors are ids: give the file with their names too (entity2id).')
  if (!types)
    throw new SpoiltFileError(rows, null, 'Its event types are ids: give the file with their names too (relation2id).')
  const more = moreActors[0] ?? moreTypes[0]
  if (more) throw new SpoiltFileError(more.name, null, 'It is a second dictionary of the same kind: give one of each.')
  return { actors, types }
}

function* sampleTimes(files: readonly TextFile[], kinds: readonly IdFile[]): Generator<number, void> {
  for (const [at, file] of files.entries()) {
    if (kinds[at] !== 'rows') continue
    for (const line of sampleLines(file)) {
      const time = line.trim().split(/\s+/)[3]
      if (time !== undefined && /^\d+$/.test(time)) yield Number(time)
    }
  }
}
