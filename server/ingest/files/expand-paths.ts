import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { SpoiltFileError } from '../rows/reader.ts'

/** A file to be opened. */
export interface Found {
  readonly path: string
  /** What the user is told. */
  readonly name: string
  readonly bytes: number
  readonly notes: readonly string[]
}

/** What lies beside rows and tells about them. */
const ABOUT = /^(\.|readme|licen[cs]e|source\.md$|citation)|\.md$/i

/**
 * Files as they are, and for a folder the files directly in it, by name. Hidden files and those that tell about the rows are left out of
 * a folder, and a note says which.
 * @throws SpoiltFileError where a path leads to no file.
 */
export async function expandPaths(paths: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const path of paths) {
    const at = await look(path)
    if (at === 'folder') found.push(...(await inFolder(path)))
    else found.push({ path, name: basename(path), bytes: at, notes: [] })
  }
  return found
}

async function inFolder(folder: string): Promise<readonly Found[]> {
  const found: Found[] = []
  const left: string[] = []
  for (const name of (await readdir(folder)).toSorted()) {
    const path = join(folder, name)
    const at = await look(path)
    if (at === 'folder' || ABOUT.test(name)) left.push(at === 'folder' ? `${name}/` : name)
    else found.push({ path, name, bytes: at, notes: [] })
  }
  const [one, ...others] = found
  if (!one) throw new SpoiltFileError(basename(folder), null, 'It is a folder without a file of rows in it.')
  if (left.length === 0) return found
  return [{ ...one, notes: [`Left out of the folder ${basename(folder)}: ${left.join(', ')}.`] }, ...others]
}

/** `folder`, or how many bytes the file has. */
async function look(path: string): Promise<'folder' | number> {
  const name = basename(path)
  const stats = await stat(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new SpoiltFileError(name, null, 'There is no such file.')
    if (code === 'EACCES') throw new SpoiltFileError(name, null, 'It may not be read by the user that Entente runs as.')
    throw error
  })
  if (stats.isDirectory()) return 'folder'
  if (!stats.isFile())
    throw new SpoiltFileError(name, null, 'It is no file that can be read twice. Save what it gives to a file first.')
  return stats.size
}
