import type { Reader, TextFile } from '../rows/reader.ts'
import { atop } from './atop.ts'
import { gdelt } from './gdelt.ts'
import { icews } from './icews.ts'
import { icewsBenchmark } from './icews-benchmark.ts'
import { icewsBenchmarkIds } from './icews-benchmark-ids.ts'
import { recogniseAmong, type Recognised } from './recognise.ts'

/** Every format that is read. */
export const READERS: readonly Reader[] = [icews, icewsBenchmark, icewsBenchmarkIds, gdelt, atop]

/**
 * The reader that is surest that the files are of its format, by their content.
 * @throws SpoiltFileError where they are of a format, and spoilt; NotRecognisedError where no reader takes them together.
 */
export function recognise(files: readonly TextFile[]): Recognised {
  return recogniseAmong(READERS, files)
}
