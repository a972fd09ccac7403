import { expect, test } from 'vitest'
import { rowKey } from '../../../server/ingest/import/row-key.ts'
import { sourceRow, type RowWords } from './rows.ts'

const keyOf = (words: RowWords): string => rowKey(sourceRow(words)).text

test('a row without an id of its own is known by day, actor, act and target', () => {
  const own = keyOf({})
  expect(own).toMatch(/^[0-9a-v]{16}$/)
  expect(keyOf({})).toBe(own)
  const others = [{ on: '2018-09-02' }, { actor: 'Alpha 2' }, { target: 'Beta 2' }, { code: '011' }]
  expect(new Set([own, ...others.map(keyOf)]).size).toBe(5)
})

test('who acts toward whom matters', () => {
  expect(keyOf({ actor: 'Beta', target: 'Alpha' })).not.toBe(keyOf({}))
})

test('spaces, no-break spaces and underscores are one', () => {
  const own = keyOf({ actor: 'Illegal Immigrant (Xinjiang Uyghur)' })
  expect(keyOf({ actor: 'Illegal\u00A0Immigrant (Xinjiang\u00A0Uyghur)' })).toBe(own)
  expect(keyOf({ actor: 'Illegal_Immigrant_(Xinjiang_Uyghur)' })).toBe(own)
})

test('parts do not run into each other', () => {
  expect(keyOf({ actor: 'A B', target: 'C' })).not.toBe(keyOf({ actor: 'A', target: 'B C' }))
})

test("the source's own id is kept where it is one here", () => {
  expect(rowKey(sourceRow({ key: '881990832' }))).toMatchObject({ text: '881990832', isContent: false })
})

test.each(['ABC-1', '8.82E+08', '../x', '', 'é', 'a'.repeat(101)])('another, %j, is digested', (key) => {
  expect(keyOf({ key })).toMatch(/^id-[0-9a-v]{16}$/)
  expect(keyOf({ key })).not.toBe(keyOf({ key: `${key}x` }))
})
