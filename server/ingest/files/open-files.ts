import { SpoiltFileError, type TextFile } from '../rows/reader.ts'
import { plainSource, type ByteSource } from './byte-source.ts'
import { expandPaths, type Found } from './expand-paths.ts'
import { gzipSource } from './gzip-source.ts'
import { packingOf } from './magic.ts'
import { SAMPLE, textFile } from './text-file.ts'
import { membersOf } from './zip-members.ts'
import { memberSource } from './zip-source.ts'

const UNPACK = 'Unpack it first: an archive in an archive is not read.'

/**
 * Files as text, whatever they are packed and encoded in, by their content. A folder stands for the files in it, a zip archive for its
 * members; nothing is unpacked to disk.
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
  if (packing === 'text') return [await textFile(plain, head)]
  if (packing === 'gzip') return [await unpackedFile(gzipSource(path, name, bytes))]
  const members = await membersOf(path, name, bytes)
  if (members.some((member) => member.name === '[Content_Types].xml')) return [workbook(found, members)]
  const files: TextFile[] = []
  for (const member of members)
    files.push(await unpackedFile(memberSource(path, `${name}/${member.name}`, member.entry)))
  return files
}

async function unpackedFile(source: ByteSource): Promise<TextFile> {
  const head = await headOf(source)
  const packing = packingOf(head)
  if (packing === 'gzip' || packing === 'zip')
    throw new SpoiltFileError(source.name, null, `It is an archive again. ${UNPACK}`)
  if (typeof packing === 'object') throw new SpoiltFileError(source.name, null, packing.refused)
  return textFile(source, head)
}

function workbook(found: Found, members: readonly { readonly name: string }[]): TextFile {
  const refuse = (): never => {
    throw new SpoiltFileError(found.name, null, 'It is a workbook, not a file of text.')
  }
  if (!members.some((member) => /^xl\/workbook\.(xml|bin)$/.test(member.name)))
    throw new SpoiltFileError(found.name, null, 'It is an Office document, but no workbook.')
  return {
    type: 'workbook',
    name: found.name,
    path: found.path,
    bytes: found.bytes,
    sample: '',
    notes: [],
    text: refuse,
    lines: refuse,
  }
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
