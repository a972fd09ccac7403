/** What the first bytes say that a file is. `text` stands for everything that they do not tell. */
export type Packing = 'text' | 'gzip' | 'zip' | { readonly refused: string }

const UNPACK = 'Unpack it first; zip and gzip are read as they are.'
const EXPORT = 'Export its rows as CSV first.'

const REFUSED: readonly { readonly at: number; readonly bytes: string; readonly says: string }[] = [
  { at: 4, bytes: '314159265359', says: `It is a bzip2 archive. ${UNPACK}` },
  { at: 0, bytes: 'fd377a585a00', says: `It is an xz archive. ${UNPACK}` },
  { at: 0, bytes: '377abcaf271c', says: `It is a 7z archive. ${UNPACK}` },
  { at: 0, bytes: '28b52ffd', says: `It is a zstd archive. ${UNPACK}` },
  { at: 0, bytes: '526172211a07', says: `It is a RAR archive. ${UNPACK}` },
  { at: 257, bytes: '7573746172', says: `It is a tar archive. ${UNPACK}` },
  { at: 0, bytes: 'd0cf11e0a1b11ae1', says: 'It is a workbook of an old Excel. Save it as .xlsx, or as CSV.' },
  { at: 0, bytes: '50415231', says: `It is a Parquet file. ${EXPORT}` },
  { at: 0, bytes: '53514c69746520666f726d6174203300', says: `It is an SQLite database. ${EXPORT}` },
  { at: 0, bytes: '255044462d', says: 'It is a PDF. Rows are read from text files, workbooks and GraphML.' },
]

/** @param head the first 300 bytes at least, or the whole file. */
export function packingOf(head: Buffer): Packing {
  if (startsWith(head, 0, '1f8b08')) return 'gzip'
  if (startsWith(head, 0, '504b0304') || startsWith(head, 0, '504b0506')) return 'zip'
  const refused = REFUSED.find((each) => startsWith(head, each.at, each.bytes))
  return refused ? { refused: refused.says } : 'text'
}

function startsWith(head: Buffer, at: number, hex: string): boolean {
  return head.subarray(at, at + hex.length / 2).toString('hex') === hex
}
