import { crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  readonly name: string
  readonly content: Buffer | string
  /** What the archive says of it where that is not true. */
  readonly says?: { readonly size?: number; readonly sum?: number; readonly flags?: number; readonly method?: number }
}

const DEFLATED = 8
const UTF8_NAMES = 0x800

/** A zip archive, as PKWARE's note describes it, with whatever it is to say of its members. */
export function zip(members: readonly Packed[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, says } of members) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const written = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(says?.flags ?? UTF8_NAMES, 2)
    fields.writeUInt16LE(says?.method ?? DEFLATED, 4)
    fields.writeUInt32LE(says?.sum ?? crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(says?.size ?? bytes.length, 18)
    fields.writeUInt16LE(written.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, written, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, written]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(members.length, 4)
  end.writeUInt16LE(members.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end])
}
