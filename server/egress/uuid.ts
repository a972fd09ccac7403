import { createHash } from 'node:crypto'

/** Of Entente: made once at random. */
const NAMESPACE = Buffer.from('8f1f3d0c5a0b4a0f9d1e6c7b2a4e5f60', 'hex')

/** The same id for the same name: version 5 of RFC 9562, section 5.5. */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
