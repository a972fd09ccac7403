import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openFiles } from '../files/open-files.ts'
import { createNames } from '../names/create-names.ts'
import { recognise } from '../readers/index.ts'
import { SpoiltFileError, type Reader, type TextFile } from '../rows/reader.ts'
import { LineMemory } from './line-memory.ts'
import { Mill } from './mill.ts'
import { buffersOf } from './packed.ts'
import type { Part } from './part.ts'
import type { FromParser, Opened, ParseGo, ParseOrder, ToParser } from './parse-messages.ts'

/** Parts that may be under way at a time. */
const UNDER_WAY = 3

/** The thread that reads files: says what they are, waits to be told to go on, and hands over parts no faster than they are taken. */
if (parentPort) await work(parentPort, workerData as ParseOrder)

async function work(port: NonNullable<typeof parentPort>, order: ParseOrder): Promise<void> {
  const tell = (message: FromParser, buffers: readonly ArrayBuffer[] = []): void => port.postMessage(message, buffers)
  const told = createMailbox(port)
  try {
    const files = await openFiles(order.paths)
    const { reader, recognition } = recognise(files, order.mapping)
    const { says, asks, mends, collection, suggestion = null } = recognition
    const { format, title } = reader
    const members = files.map(({ name }) => name)
    const opened: Opened = {
      format,
      title,
      says,
      asks,
      mends,
      collection,
      suggestion,
      members,
      files: await digestsOf(files),
    }
    tell({ type: 'opened', opened })
    const first = await told()
    if (first.type !== 'go') throw new TypeError('It was to be told to go.')
    await parse({ files, reader, order, go: first.go, tell, told })
  } catch (error) {
    tell(toMessage(error))
  } finally {
    port.close()
  }
}

interface Parse {
  readonly files: readonly TextFile[]
  readonly reader: Reader
  readonly order: ParseOrder
  readonly go: ParseGo
  readonly tell: (message: FromParser, buffers?: readonly ArrayBuffer[]) => void
  readonly told: () => Promise<ToParser>
}

async function parse({ files, reader, order, go, tell, told }: Parse): Promise<void> {
  const memory = new LineMemory(files)
  const textOf = (file: number, line: number): string | null => memory.textOf(file, line)
  const mill = new Mill({ ...go, names: createNames(order.answers), textOf })
  let bytes = 0
  let underWay = 0
  let rows = 0
  const hand = async (part: Part): Promise<void> => {
    if (underWay === UNDER_WAY) {
      await told()
      underWay--
    }
    underWay++
    rows += part.rows
    tell({ type: 'part', part }, part.events ? buffersOf(part.events) : [])
  }
  const mapping = order.mapping === undefined ? {} : { mapping: order.mapping }
  const reading = reader.read(memory.files, { ...mapping, onBytes: (read) => (bytes = read) })
  let isSample = false
  for await (const items of reading) {
    for (const part of mill.grind(items, bytes)) await hand(part)
    isSample = rows + mill.rows >= go.mostRows
    if (isSample) break
  }
  for (const part of mill.rest(bytes)) await hand(part)
  const notes = files.flatMap(({ name, notes: found }) => found.map((note) => `${name}: ${note}`))
  tell({ type: 'end', end: { names: mill.namesSeen.report(), notes, isSample } })
}

async function digestsOf(files: readonly TextFile[]): Promise<Opened['files']> {
  const paths = [...new Set(files.map(({ path }) => path))]
  return Promise.all(
    paths.map(async (path) => {
      const digest = createHash('sha256')
      for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) digest.update(piece as Buffer)
      return { name: basename(path), bytes: (await stat(path)).size, digest: digest.digest('hex') }
    }),
  )
}

/** Messages one after the other, however they come. */
function createMailbox(port: NonNullable<typeof parentPort>): () => Promise<ToParser> {
  const waiting: ToParser[] = []
  let wake: (() => void) | null = null
  port.on('message', (message: ToParser) => {
    waiting.push(message)
    wake?.()
  })
  return async () => {
    for (;;) {
      const next = waiting.shift()
      if (next) return next
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
}

function toMessage(error: unknown): FromParser {
  if (error instanceof SpoiltFileError) {
    return { type: 'refused', file: error.file, line: error.line, says: error.says }
  }
  if (error instanceof Error && 'says' in error) {
    return { type: 'refused', file: null, line: null, says: String(error.says) }
  }
  return { type: 'defect', error }
}
