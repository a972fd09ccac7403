import { READERS } from '../../../server/ingest/readers/index.ts'
import { recogniseAmong, type Recognised } from '../../../server/ingest/readers/recognise.ts'
import type { TextFile } from '../../../server/ingest/rows/reader.ts'
import type { Item, Reject, SourceRow } from '../../../server/ingest/rows/row.ts'

/** What a reader gives of files, in order, with what it was recognised as. */
export interface ReadItems extends Recognised {
  readonly items: readonly Item[]
  readonly rows: readonly SourceRow[]
  readonly rejects: readonly Reject[]
}

export async function readItems(files: readonly TextFile[], mapping?: unknown): Promise<ReadItems> {
  const recognised = recogniseAmong(READERS, files, mapping)
  const items: Item[] = []
  for await (const batch of recognised.reader.read(files, { mapping })) items.push(...batch)
  return {
    ...recognised,
    items,
    rows: items.flatMap((item) => (item.type === 'row' ? [item.row] : [])),
    rejects: items.flatMap((item) => (item.type === 'reject' ? [item.reject] : [])),
  }
}

/** Refusals as they are told: `line: says`. Anything else that goes wrong goes on. */
export async function refusal(files: readonly TextFile[]): Promise<string> {
  try {
    await readItems(files)
  } catch (error) {
    if (error instanceof Error && 'says' in error && typeof error.says === 'string') return error.says
    throw error
  }
  return 'nothing was refused'
}
