import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_LINE, splitLines } from '../../../server/ingest/files/split-lines.ts'
import { numRuns } from '../../support/samples.ts'
import { allLines, testFolder } from './folder.ts'

const folder = testFolder()

async function split(pieces: readonly string[]): Promise<{ lines: string[]; cut: number[] }> {
  async function* each(): AsyncGenerator<string, void> {
    yield* pieces
  }
  const [lines, cut]: [string[], number[]] = [[], []]
  for await (const batch of splitLines(each(), () => 0)) {
    expect(batch.first).toBe(lines.length + 1)
    lines.push(...batch.lines)
    cut.push(...batch.cut)
  }
  return { lines, cut }
}

test('lines are what they would be in one piece, with every line end, wherever the pieces are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'bc', '', '\n', '\r', '\r\n', '\t', 'é'), { maxLength: 30 }),
      fc.array(fc.nat({ max: 4 }), { maxLength: 40 }),
      async (words, cuts) => {
        const text = words.join('')
        const pieces: string[] = []
        let at = 0
        for (const length of cuts) pieces.push(text.slice(at, (at += length)))
        pieces.push(text.slice(at))
        const expected = text.split(/\r\n|\n|\r/)
        if (expected.at(-1) === '') expected.pop()
        expect((await split(pieces.filter((piece) => piece !== ''))).lines).toEqual(expected)
      },
    ),
    { numRuns: numRuns(300, 20_000) },
  )
})

test('a line that is too long is cut and told, and those after it keep their numbers', async () => {
  const long = 'x'.repeat(LONGEST_LINE + 5)
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `a${end}${long}${end}b${end}`
    const wanted = { lines: ['a', long.slice(0, LONGEST_LINE), 'b'], cut: [2] }
    expect(await split([text])).toEqual(wanted)
    const pieces = Array.from({ length: Math.ceil(text.length / 70_001) }, (_, at) =>
      text.slice(at * 70_001, (at + 1) * 70_001),
    )
    expect(await split(pieces)).toEqual(wanted)
  }
  expect(await split([long, 'more', '\nb'])).toEqual({ lines: [long.slice(0, LONGEST_LINE), 'b'], cut: [1] })
})

test('how much has been read is told in bytes of the file, to its end', async () => {
  const file = await folder.open('read.txt', 'Ж\n'.repeat(200_000))
  const read: number[] = []
  for await (const batch of file.lines()) read.push(batch.bytesRead)
  expect(read.length).toBeGreaterThan(1)
  expect(read).toEqual(read.toSorted((a, b) => a - b))
  expect(read.at(-1)).toBe(file.bytes)
})

test('a file may be read again, and reading ends when nobody wants it any more', async () => {
  const file = await folder.open('twice.txt', 'row\n'.repeat(500_000))
  const stop = new AbortController()
  const broken = (async () => {
    for await (const batch of file.lines(stop.signal)) if (batch.first > 0) stop.abort(new Error('enough'))
  })()
  await expect(broken).rejects.toThrow('enough')
  expect(await allLines(file)).toHaveLength(500_000)
  expect(await allLines(file)).toHaveLength(500_000)
})
