import { expect, test } from 'vitest'
import { listenBeside, noticeOf, onNotice, type StoreNotice } from '../../../client/api/notice.ts'

const NOTICE: StoreNotice = { says: 'Neo4j does not answer.', version: 3, readAt: '2026-11-23T14:32:05.120Z' }

test('an answer bears a notice, proves that the database is there, or says nothing of it', () => {
  expect(noticeOf({ data: {}, extensions: { notice: NOTICE } })).toEqual(NOTICE)
  expect(noticeOf({ data: null, errors: [{ message: 'Away.' }], extensions: { notice: NOTICE } })).toEqual(NOTICE)
  expect(noticeOf({ data: { version: 3 } })).toBeNull()
  expect(noticeOf({ data: { version: 3 }, extensions: { other: 1 } })).toBeNull()
  expect(noticeOf({ errors: [{ message: 'Not ready.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] })).toBeUndefined()
  expect(noticeOf({ data: null, errors: [{ message: 'No such field.' }] })).toBeUndefined()
  for (const other of [null, 'text', [], {}, { data: {}, errors: [], extensions: { notice: { says: 1 } } }]) {
    expect(noticeOf(other)).toBeUndefined()
  }
})

test('what a later request was told is not taken back by an earlier one that is answered after it', () => {
  const told: (StoreNotice | null)[] = []
  onNotice((notice) => told.push(notice))
  const away = { data: {}, extensions: { notice: NOTICE } }
  const [first, second, third] = [listenBeside(), listenBeside(), listenBeside()]
  second({ data: {} })
  first(away)
  expect(told).toEqual([null])
  third(away)
  expect(told).toEqual([null, NOTICE])
})
