import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import { allLines, testFolder } from './folder.ts'
import { zip } from './zip.ts'

const folder = testFolder()

const ROWS = 'Russia\tConsult\tChina\t2018-06-01\n'.repeat(10)

test('gzip is unpacked as it is read, of several members too', async () => {
  const packed = Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])
  const file = await folder.open('rows.gz', packed)
  expect(await allLines(file)).toEqual(['one', 'two'])
  expect(file.notes).toEqual(['Unpacked from gzip.'])
  expect(file.bytes).toBe(packed.length)
})

test('a zip archive gives each of its files, whatever they are called, and writes none of them', async () => {
  const path = folder.put(
    'rows.zip',
    zip([
      { name: '../../../etc/passwd', content: 'a\n' },
      { name: 'folder/', content: '' },
      { name: '__MACOSX/._b', content: 'x' },
      { name: '/b\u{1b}[31m.txt', content: Buffer.from('\u{feff}b', 'utf16le') },
    ]),
  )
  const files = await openFiles([path])
  expect(files.map((file) => file.name)).toEqual(['rows.zip/../../../etc/passwd', 'rows.zip//b?[31m.txt'])
  expect(await Promise.all(files.map(allLines))).toEqual([['a'], ['b']])
})

test.each([
  ['cut off', gzipSync(ROWS).subarray(0, 40), /cut off/],
  ['gzip with a flipped byte', flipped(gzipSync(ROWS), 25), /damaged/],
  ['gzip with something behind it', Buffer.concat([gzipSync(ROWS), Buffer.from('more')]), /damaged/],
  ['gzip with nothing but zeros behind it', Buffer.concat([gzipSync(ROWS), Buffer.alloc(99)]), /no gzip any more/],
  ['an archive in an archive', zip([{ name: 'a.gz', content: gzipSync(ROWS) }]), /archive in an archive/],
  ['a zip in gzip', gzipSync(zip([{ name: 'a', content: ROWS }])), /archive in an archive/],
  ['an empty zip', zip([]), /without a file/],
  ['a locked zip', zip([{ name: 'a', content: ROWS, says: { flags: 0x801 } }]), /password/],
  ['a zip of a rare method', zip([{ name: 'a', content: ROWS, says: { method: 14 } }]), /rare method/],
  ['a zip with a wrong check sum', zip([{ name: 'a', content: ROWS, says: { sum: 1 } }]), /check sum/],
  ['a zip that says less than it holds', zip([{ name: 'a', content: ROWS, says: { size: 5 } }]), /check sum/],
  ['half a zip', zip([{ name: 'a', content: ROWS }]).subarray(0, 80), /damaged/],
  ['an Office document', zip([{ name: '[Content_Types].xml', content: '<Types/>' }]), /no workbook/],
])('%s is refused with a reason', async (name, bytes, reason) => {
  const read = async (): Promise<unknown> => Promise.all((await openFiles([folder.put(name, bytes)])).map(allLines))
  await expect(read()).rejects.toMatchObject({ name: 'SpoiltFileError', says: expect.stringMatching(reason) })
})

test('a folder stands for its files; what tells about them is left out, and a note says so', async () => {
  const inner = testFolder()
  inner.put('b.txt', 'b')
  inner.put('a.txt', 'a')
  inner.put('README.md', 'read me')
  const files = await openFiles([inner.path])
  expect(files.map((file) => file.name)).toEqual(['a.txt', 'b.txt'])
  expect(files[0]?.notes[0]).toMatch(/^Left out of the folder .*: README\.md\.$/)
})

test.each([
  ['no such file', '/nowhere/x', 'There is no such file.'],
  ['a device', '/dev/zero', 'It is no file that can be read twice. Save what it gives to a file first.'],
])('%s is refused', async (_, path, says) => {
  await expect(openFiles([path])).rejects.toMatchObject({ name: 'SpoiltFileError', says })
})

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}
