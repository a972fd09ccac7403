import { closeSync, openSync, writeSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { testFolder } from './folder.ts'
import { NAMED, text } from './small-rows.ts'
import { zip } from './zip.ts'

const folder = testFolder()

const MB = 1_000_000

/** Far less than what each file here holds unpacked. A thread that holds more is ended. */
const LIMITS = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 16 }

async function readInLittleMemory(path: string): Promise<unknown> {
  const worker = new Worker(new URL('./little-memory.ts', import.meta.url), {
    workerData: path,
    resourceLimits: LIMITS,
  })
  const [told] = (await once(worker, 'message')) as [unknown]
  await worker.terminate()
  return told
}

function writeTimes(name: string, before: string, piece: Buffer, times: number, after: string): string {
  const path = join(folder.path, name)
  const file = openSync(path, 'w')
  writeSync(file, before)
  for (let time = 0; time < times; time += 1) writeSync(file, piece)
  writeSync(file, after)
  closeSync(file)
  return path
}

test('one line of 100 MB is cut, and the line after it is read', async () => {
  const path = writeTimes('line.tsv', `${NAMED[0]}\n`, Buffer.alloc(MB, 'long '), 100, `\n${NAMED[1]}\n`)
  expect(await readInLittleMemory(path)).toEqual({ lines: 3, cut: [2] })
})

test('200 MB of rows go through', async () => {
  const rows = Buffer.from(text(NAMED).repeat(5_000))
  const times = Math.ceil((200 * MB) / rows.length)
  const path = writeTimes('rows.tsv', '', rows, times, '')
  expect(await readInLittleMemory(path)).toEqual({ lines: times * 5_000 * NAMED.length, cut: [] })
})

test('what unpacks to more than two hundred times its size is refused: a zip at once, gzip after 100 MB', async () => {
  const much = Buffer.alloc(150 * MB, 'Norland\tConsult\tSudland\t2014-03-05\n')
  const says =
    'It unpacks to more than 200 times its size, as no file of rows does. Unpack it yourself if you trust it.'
  expect(await readInLittleMemory(folder.put('bomb.zip', zip([{ name: 'a', content: much }])))).toEqual({ says })
  expect(await readInLittleMemory(folder.put('bomb.gz', gzipSync(much)))).toEqual({ says })
  const lying = zip([{ name: 'a', content: much, says: { size: 1000 } }])
  expect(await readInLittleMemory(folder.put('lying.zip', lying))).toEqual({
    says: 'Its check sum does not fit what was unpacked: it is damaged. Fetch it again.',
  })
})
