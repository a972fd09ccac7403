import { expect, test } from 'vitest'
import { allLines, allText, testFolder } from './folder.ts'

const folder = testFolder()

const TEXT = 'Găgăuzia\tConsult\r\nŁódź €\t“Nick”\n'

function bigEnd(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

test.each([
  ['UTF-8', Buffer.from(TEXT), []],
  ['UTF-8 with a mark', Buffer.from(`\u{feff}${TEXT}`), []],
  ['UTF-16, little end', Buffer.from(`\u{feff}${TEXT}`, 'utf16le'), ['Written in UTF-16, little end first.']],
  ['UTF-16, big end', bigEnd(`\u{feff}${TEXT}`), ['Written in UTF-16, big end first.']],
])('%s gives the text that was written', async (name, bytes, notes) => {
  const file = await folder.open(name, bytes)
  expect(await allText(file)).toBe(TEXT)
  expect(await allLines(file)).toEqual(['Găgăuzia\tConsult', 'Łódź €\t“Nick”'])
  expect(file.sample).toBe(TEXT)
  expect(file.notes).toEqual(notes)
  expect(file.bytes).toBe(bytes.length)
})

test('UTF-16 without a mark is known by its zeros, and said', async () => {
  const text = 'Russia\tConsult\tUnited States\t2018-06-01\n'.repeat(5)
  for (const [bytes, end] of [
    [Buffer.from(text, 'utf16le'), 'little end first'],
    [bigEnd(text), 'big end first'],
  ] as const) {
    const file = await folder.open('no-mark.txt', bytes)
    expect(await allText(file)).toBe(text)
    expect(file.notes).toEqual([`Written in UTF-16, ${end}, without a mark.`])
  }
})

test('Windows-1252 is read as such, and the file says so', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Jos'),
    Buffer.from([0xe9]),
    Buffer.from('\tis '),
    Buffer.from([0x93, 0x80, 0x94]),
  ])
  const file = await folder.open('latin.txt', bytes)
  expect(await allLines(file)).toEqual(['José\tis “€”'])
  expect(file.notes[0]).toMatch(/^Written in no UTF-8; read as Windows-1252/)
})

test('what shows itself as Windows-1252 far behind is noted when it is read', async () => {
  const bytes = Buffer.concat([Buffer.from('plain\n'.repeat(100_000)), Buffer.from([0x4a, 0xe9, 0x0a])])
  const file = await folder.open('late.txt', bytes)
  expect(file.notes).toEqual([])
  expect((await allLines(file)).at(-1)).toBe('Jé')
  expect(file.notes).toHaveLength(1)
})

test('a wrong byte among UTF-8 is told with its line and number, wherever it stands', async () => {
  for (const before of [1, 10_000, 60_000]) {
    const start = Buffer.from('é is two bytes\n'.repeat(before))
    const path = folder.put('wrong.txt', Buffer.concat([start, Buffer.from([0x61, 0xff, 0x0a])]))
    const place = (start.length + 2).toLocaleString('en')
    await expect(
      (async () => allLines(await folder.open('wrong.txt', Buffer.concat([start, Buffer.from([0x61, 0xff, 0x0a])]))))(),
      path,
    ).rejects.toMatchObject({
      name: 'SpoiltFileError',
      file: 'wrong.txt',
      line: before + 1,
      says: `The byte 0xff (number ${place} of the file) is no UTF-8. Save the file in UTF-8.`,
    })
  }
})

test('characters that lie across pieces stay whole', async () => {
  // One byte before each piece's end, so that every length of character is cut at every place somewhere.
  for (const shift of ['', 'a', 'ab', 'abc']) {
    const text = `${shift}${'é€𝒜'.repeat(60_000)}\n`
    expect(await allText(await folder.open('cut.txt', text))).toBe(text)
    const sixteen = await folder.open('cut16.txt', Buffer.from(`\u{feff}${text}`, 'utf16le'))
    expect(await allText(sixteen)).toBe(text)
  }
})

test.each([
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), /UTF-32/],
  ['bytes of anything', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)), /no text/],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), /ends in the middle of a character/],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Save it as \.xlsx/],
  ['Parquet', Buffer.from('PAR1....'), /Parquet/],
  ['xz', Buffer.from('fd377a585a0000', 'hex'), /xz archive/],
])('%s is refused with a reason', async (name, bytes, reason) => {
  await expect(folder.open(name, bytes)).rejects.toMatchObject({
    name: 'SpoiltFileError',
    says: expect.stringMatching(reason),
  })
})
