import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { FormatRefusedError } from '../egress/outgoing.ts'
import { createContext } from '../graphql/context.ts'
import { ArgumentError } from '../graphql/errors.ts'
import { createSchema } from '../graphql/schema.ts'
import { openMemory } from '../memory/memory.ts'
import { counted } from './counted.ts'
import { exportOf, formatOf, parseFilter, parseLevel } from './exporting.ts'
import type { StoreSettings } from './store-options.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

export interface ExportDataSettings extends StoreSettings {
  readonly format: string
  readonly filter?: string
  readonly asKnownOn?: string
  readonly level: string
  readonly to?: string
}

/**
 * Writes events of a collection, or of all, in a format: to a file, which is there whole or not at all, or to standard output.
 * @throws UsageError
 */
export async function exportData(collection: string | undefined, settings: ExportDataSettings): Promise<void> {
  try {
    const ask = toAsk(collection, settings)
    formatOf(ask.format)
    await withStore(settings, async (store) => {
      const memory = openMemory(store)
      await memory.load()
      const { format, outgoing } = await exportOf(createSchema(), createContext({ store, memory }), ask)
      await write(format.write(outgoing), settings.to)
      if (settings.to !== undefined) {
        const loses = format.loses === null ? '' : ` ${format.loses}`
        process.stdout.write(`${counted(outgoing.total, 'event')} written to ${settings.to}.${loses}\n`)
      }
    })
  } catch (error) {
    if (error instanceof ArgumentError || error instanceof FormatRefusedError) throw new UsageError(error.says)
    throw error
  }
}

function toAsk(collection: string | undefined, { format, filter, asKnownOn, level }: ExportDataSettings) {
  const given = filter === undefined ? {} : parseFilter(filter)
  return {
    format,
    level: parseLevel(level.toUpperCase()),
    filter: {
      ...given,
      ...(collection === undefined ? {} : { collections: [collection] }),
      ...(asKnownOn === undefined ? {} : { asKnownOn }),
    },
  }
}

async function write(texts: AsyncIterable<string>, to: string | undefined): Promise<void> {
  if (to === undefined) return pipeline(texts, process.stdout, { end: false })
  const half = `${to}.new`
  try {
    await pipeline(texts, createWriteStream(half))
    await rename(half, to)
  } catch (error) {
    await rm(half, { force: true })
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'path' in error)
      throw new UsageError(`${to} cannot be written (${error.code}). Choose another file, or change who may write it.`)
    throw error
  }
}
