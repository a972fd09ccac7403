import { SpoiltFileError, type TextFile } from '../rows/reader.ts'
import { plainSource, type ByteSource } from './byte-source.ts'
import { expandPaths, type Found } from './expand-paths.ts'
import { graphmlFile, isGraphml } from './graphml/graphml-file.ts'
import { gzipSource } from './gzip-source.ts'
import { packingOf } from './magic.ts'
import { SAMPLE, textFile } from './text-file.ts'
import { sheetFiles } from './xlsx/sheet-files.ts'
import { membersOf, type Member } from './zip-members.ts'
import { memberSource } from './zip-source.ts'

const UNPACK = 'Unpack it first: an archive in an archive is not read.'

/**
 * Files as text, whatever they are packed and encoded in, by their content. A folder stands for the files in it, a zip archive for its
 * members, a workbook for its sheets; nothing is unpacked to disk.
 * @throws SpoiltFileError where one of them cannot be taken; the signal's reason where it is ended.
 */
export async function openFiles(
  paths: readonly string[],
  options: { readonly signal?: AbortSignal } = {},
): Promise<readonly TextFile[]> {
  const files: TextFile[] = []
  for (const found of await expandPaths(paths)) {
    options.signal?.throwIfAborted()
    const opened = await openOne(found)
    const [first, ...others] = opened
    if (first) files.push(withNotes(first, found.notes), ...others)
  }
  return files
}

async function openOne(found: Found): Promise<readonly TextFile[]> {
  const { path, name, bytes } = found
  const plain = plainSource(path, name, bytes)
  const head = await headOf(plain)
  const packing = packingOf(head)
  if (typeof packing === 'object') throw new SpoiltFileError(name, null, packing.refused)
  if (packing === 'text') return [await asRows(await textFile(plain, head))]
  if (packing === 'gzip') return [await asRows(await unpackedFile(gzipSource(path, name, bytes)))]
  const members = await membersOf(path, name, bytes)
  if (members.some((member) => member.name === '[Content_Types].xml')) return openWorkbook(found, members)
  const files: TextFile[] = []
  for (const member of members)
    files.push(await asRows(await unpackedFile(memberSource(path, `${name}/${member.name}`, member.entry))))
  return files
}

/** Of formats that are no lines: their rows as lines. */
async function asRows(file: TextFile): Promise<TextFile> {
  return isGraphml(file.sample) ? graphmlFile(file) : file
}

async function unpackedFile(source: ByteSource): Promise<TextFile> {
  const head = await headOf(source)
  const packing = packingOf(head)
  if (packing === 'gzip' || packing === 'zip')
    throw new SpoiltFileError(source.name, null, `It is an archive again. ${UNPACK}`)
  if (typeof packing === 'object') throw new SpoiltFileError(source.name, null, packing.refused)
  return textFile(source, head)
}

async function openWorkbook(found: Found, members: readonly Member[]): Promise<readonly TextFile[]> {
  const { path, name } = found
  if (!members.some((member) => member.name === 'xl/workbook.xml')) {
    const isBinary = members.some((member) => member.name === 'xl/workbook.bin')
    const says = isBinary
      ? 'It is a binary workbook. Save it as .xlsx, or as CSV.'
      : 'It is an Office document, but no workbook.'
    throw new SpoiltFileError(name, null, says)
  }
  return sheetFiles(found, async (part) => {
    const member = members.find((each) => each.name === part)
    return member ? unpackedFile(memberSource(path, `${name}/${part}`, member.entry)) : null
  })
}

function withNotes(file: TextFile, notes: readonly string[]): TextFile {
  return notes.length === 0
    ? file
    : {
        ...file,
        get notes() {
          return [...notes, ...file.notes]
        },
      }
}

/** The first bytes: as many as the sample is made of, or all that there are. */
async function headOf(source: ByteSource): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of source.open().pieces) {
    pieces.push(Buffer.from(piece))
    length += piece.length
    if (length >= SAMPLE) break
  }
  return Buffer.concat(pieces)
}
