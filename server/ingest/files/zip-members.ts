import { getFileNameLowLevel, openPromise, parseExtraFields, type Entry } from 'yauzl'
import { SpoiltFileError } from '../rows/reader.ts'
import { checkUnpacked, MOST_MEMBERS } from './limits.ts'
import { zipFault } from './zip-source.ts'

export interface Member {
  readonly name: string
  readonly entry: Entry
}

const STORED = 0
const DEFLATED = 8

/** What systems put into archives beside the files that they were asked to pack. */
const BESIDE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/

/**
 * The files of a zip archive, in its order.
 * @throws SpoiltFileError where it is damaged, locked, empty, or more than anybody packs.
 */
export async function membersOf(path: string, name: string, bytes: number): Promise<readonly Member[]> {
  const members: Member[] = []
  let unpacked = 0
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
    try {
      if (zip.entryCount > MOST_MEMBERS)
        throw new SpoiltFileError(name, null, `It holds more than ${MOST_MEMBERS} files. Divide it.`)
      for await (const entry of zip.eachEntry()) {
        const member = memberName(entry)
        if (member.endsWith('/') || BESIDE.test(member)) continue
        checkReadable(`${name}/${member}`, entry)
        unpacked += entry.uncompressedSize
        checkUnpacked(name, bytes, unpacked)
        members.push({ name: member, entry })
      }
    } finally {
      zip.close()
    }
  } catch (error) {
    throw zipFault(name, error)
  }
  if (members.length === 0) throw new SpoiltFileError(name, null, 'It is an archive without a file in it.')
  return members
}

function memberName(entry: Entry): string {
  const raw = entry.fileNameRaw
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, raw, parseExtraFields(entry.extraFieldRaw), false)
  // A name is shown to people and is nothing else, so that signs which move a terminal have no place in it.
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 300)
}

function checkReadable(name: string, entry: Entry): void {
  if (entry.isEncrypted()) throw new SpoiltFileError(name, null, 'It is locked with a password. Unpack it first.')
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw new SpoiltFileError(
      name,
      null,
      'It is packed by a rare method. Unpack it first, or pack it as an ordinary zip.',
    )
}
