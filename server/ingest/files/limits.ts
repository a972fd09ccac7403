import { SpoiltFileError } from '../rows/reader.ts'

/** Below this many unpacked bytes nothing is said about how well a file was packed. */
const SMALL = 100 * 1024 * 1024

/** Text packs to a fiftieth at best; what unpacks to two hundred times its size was made to fill a machine. */
const RATIO = 200

/** Unpacked, of one file or archive. */
const MOST = 20 * 1024 ** 3

export const MOST_MEMBERS = 1_000

/** @throws SpoiltFileError where a file unpacks to more than any file of rows would. */
export function checkUnpacked(name: string, packed: number, unpacked: number): void {
  if (unpacked > SMALL && unpacked > packed * RATIO)
    throw new SpoiltFileError(
      name,
      null,
      `It unpacks to more than ${RATIO} times its size, as no file of rows does. Unpack it yourself if you trust it.`,
    )
  if (unpacked > MOST)
    throw new SpoiltFileError(name, null, 'It unpacks to more than 20 GB. Divide it, or unpack it yourself.')
}
