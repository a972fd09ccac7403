import type { Reader, TextFile } from '../rows/reader.ts'
import { atop } from './atop.ts'
import { gdelt } from './gdelt.ts'
import { icews } from './icews.ts'
import { icewsBenchmark } from './icews-benchmark.ts'
import { icewsBenchmarkIds } from './icews-benchmark-ids.ts'
import { table } from './table.ts'
import { recogniseAmong, type Recognised } from './recognise.ts'

/** Every format that is read. */
export const READERS: readonly Reader[] = [icews, icewsBenchmark, icewsBenchmarkIds, gdelt, atop, table]

/**
 * The reader that is surest that the files are of its format, by their content.
 * @param mapping which column is what, where somebody has said it
 * @throws SpoiltFileError where they are of a format, and spoilt; NotRecognisedError where no reader takes them together.
 */
export function recognise(files: readonly TextFile[], mapping?: unknown): Recognised {
  return recogniseAmong(READERS, files, mapping)
}
