import { expect, test } from 'vitest'
import { Attempts, MOST_WRONG } from '../../../server/http/access/attempts.ts'

function attempts() {
  const clock = { ms: 0 }
  return { clock, counted: new Attempts(() => clock.ms) }
}

function wrong(counted: Attempts, peer: string, times: number): void {
  for (let i = 0; i < times; i++) counted.wrong(peer)
}

test('a peer waits after ten wrong tokens, until a minute after the first', () => {
  const { clock, counted } = attempts()
  counted.wrong('a')
  clock.ms = 50_500
  wrong(counted, 'a', MOST_WRONG - 2)
  expect(counted.secondsToWait('a')).toBe(0)
  counted.wrong('a')
  expect(counted.secondsToWait('a')).toBe(10)
  expect(counted.secondsToWait('b')).toBe(0)
  clock.ms = 59_999
  expect(counted.secondsToWait('a')).toBe(1)
  clock.ms = 60_000
  expect(counted.secondsToWait('a')).toBe(0)
  counted.wrong('a')
  expect(counted.secondsToWait('a')).toBe(0)
  wrong(counted, 'a', MOST_WRONG - 1)
  expect(counted.secondsToWait('a')).toBe(60)
})

test('very many peers push out the oldest, and those that are over first', () => {
  const { clock, counted } = attempts()
  wrong(counted, 'first', MOST_WRONG)
  clock.ms = 1_000
  wrong(counted, 'second', MOST_WRONG)
  for (let i = 0; i < 9_999; i++) counted.wrong(`peer ${i}`)
  expect([counted.secondsToWait('first'), counted.secondsToWait('second')]).toEqual([0, 60])
  clock.ms = 60_500
  wrong(counted, 'third', MOST_WRONG)
  expect([counted.secondsToWait('second'), counted.secondsToWait('third')]).toEqual([0, 60])
})
