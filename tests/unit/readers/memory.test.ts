import { closeSync, openSync, writeSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { numRuns } from '../../support/samples.ts'
import { testFolder } from './folder.ts'
import { OWN_GRAPHML } from './own-rows.ts'
import { NAMED, text } from './small-rows.ts'
import { workbook } from './workbook.ts'
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

test('a sheet goes through, however long, and the edges of GraphML, whose nodes alone are held', async () => {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`
  const rows = Math.ceil((numRuns(4, 60) * MB) / row.length)
  const book = workbook([{ name: 'One', rows: row.repeat(rows) }], [`<t>${'Norland '.repeat(60)}</t>`])
  expect(await readInLittleMemory(folder.put('long.xlsx', book))).toEqual({ lines: rows, cut: [] })
  const [before = '', after = ''] = OWN_GRAPHML.split('  </graph>')
  const edge = `<edge source="n0" target="n1"><data key="d2">${'2020-01-14 '.repeat(20)}</data></edge>\n`
  const edges = Math.ceil((numRuns(6, 60) * MB) / edge.length)
  const graphml = writeTimes('long.graphml', before, Buffer.from(edge), edges, `  </graph>${after}`)
  expect(await readInLittleMemory(graphml)).toMatchObject({ lines: expect.any(Number), cut: [] })
})

test('a workbook of which little unpacks to much is refused', async () => {
  const bomb = workbook([{ name: 'One', rows: '<row><c><v>1</v></c></row>'.repeat(4_500_000) }])
  expect(await readInLittleMemory(folder.put('bomb.xlsx', bomb))).toEqual({
    says: expect.stringMatching(/unpacks to more than 200 times/),
  })
})
