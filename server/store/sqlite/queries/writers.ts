import type { Writer } from '../../graph-store.ts'
import { sql, type Read, type Write } from '../sql.ts'

type WriterParams = { readonly by: Writer['by']; readonly name: string }

export const insertWriter: Write<WriterParams> = {
  name: 'insert-writer',
  text: sql`INSERT INTO writer (by, name) VALUES (@by, @name) ON CONFLICT DO NOTHING`,
}

export const writerRef: Read<WriterParams, readonly [number], number> = {
  name: 'writer-ref',
  text: sql`SELECT ref FROM writer WHERE by = @by AND name = @name`,
  decode: ([ref]) => ref,
}
