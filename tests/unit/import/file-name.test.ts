import { expect, test } from 'vitest'
import { safeFileName } from '../../../server/http/imports/file-name.ts'

test.each([
  ['ICEWS 2018 (Sep).tab', 'ICEWS 2018 (Sep).tab'],
  ['Ereignisse für März.csv', 'Ereignisse für März.csv'],
  ['../../entente.sqlite', 'entente.sqlite'],
  ['..\\..\\x', 'x'],
  ['/etc/passwd', 'passwd'],
  ['.', 'file'],
  ['..', 'file'],
  ['', 'file'],
  ['folder/', 'file'],
  ['.hidden', 'hidden'],
  ['a\u0000b', 'a_b'],
  ['\u202Egnp.tsv', '_gnp.tsv'],
  ['a\nb', 'a_b'],
  ['con:stream', 'con_stream'],
  ['dots...', 'dots'],
])('%j becomes %j', (given, safe) => {
  expect(safeFileName(given)).toBe(safe)
})

test('a long one keeps its end', () => {
  expect(safeFileName(`${'x'.repeat(500)}.tsv`)).toBe(`${'x'.repeat(96)}.tsv`)
})
