import { describe, expect, test } from 'vitest'
import { IDLE_MS, LONGEST_MS, MOST_SESSIONS, Sessions } from '../../../server/http/access/sessions.ts'
import { READER, WRITER } from '../../support/grants.ts'

const { principal: rita } = READER
const { principal: wanda } = WRITER

function sessions() {
  const clock = { ms: Date.parse('2026-11-23T10:00:00Z') }
  return { clock, held: new Sessions(() => clock.ms) }
}

describe('a session', () => {
  test('is found by its id and by nothing else', () => {
    const { clock, held } = sessions()
    const id = held.begin(rita)
    expect(id).toMatch(/^[\w-]{43}$/)
    expect(held.find(id, true)).toEqual({ principal: rita, expiresAt: clock.ms + IDLE_MS })
    for (const wrong of ['', id.slice(1), `${id}a`, id.toUpperCase(), '__proto__']) {
      expect(held.find(wrong, true)).toBeNull()
    }
    expect(held.begin(rita)).not.toBe(id)
  })

  test('ends when it is not used for an hour, and each use begins the hour anew', () => {
    const { clock, held } = sessions()
    const id = held.begin(rita)
    clock.ms += IDLE_MS - 1
    expect(held.find(id, true)?.expiresAt).toBe(clock.ms + IDLE_MS)
    clock.ms += IDLE_MS - 1
    expect(held.find(id, true)).not.toBeNull()
    clock.ms += IDLE_MS
    expect(held.find(id, true)).toBeNull()
    expect(held.size).toBe(0)
  })

  test('is not prolonged by looking at it', () => {
    const { clock, held } = sessions()
    const id = held.begin(rita)
    const expiresAt = clock.ms + IDLE_MS
    clock.ms += IDLE_MS - 1
    expect(held.find(id, false)?.expiresAt).toBe(expiresAt)
    clock.ms += 1
    expect(held.find(id, false)).toBeNull()
  })

  test('ends after twelve hours, however much it is used', () => {
    const { clock, held } = sessions()
    const id = held.begin(rita)
    const end = clock.ms + LONGEST_MS
    for (; clock.ms < end; clock.ms += IDLE_MS / 2) expect(held.find(id, true)?.expiresAt).toBeLessThanOrEqual(end)
    expect(held.find(id, true)).toBeNull()
  })

  test('ends when it is ended, and no other does', () => {
    const { held } = sessions()
    const [one, other] = [held.begin(rita), held.begin(rita)]
    held.end(one)
    held.end('no such session')
    expect([held.find(one, true), held.find(other, true)?.principal]).toEqual([null, rita])
  })
})

describe('when there are too many', () => {
  test('whoever has more gives one up, the one that was used longest ago', () => {
    const { held } = sessions()
    const mine = held.begin(wanda)
    const hers = Array.from({ length: MOST_SESSIONS - 1 }, () => held.begin(rita))
    expect(held.find(hers[0] ?? '', true)).not.toBeNull()
    held.begin(rita)
    expect(held.size).toBe(MOST_SESSIONS)
    expect(held.find(mine, true)?.principal).toBe(wanda)
    expect(held.find(hers[0] ?? '', true)?.principal).toBe(rita)
    expect(held.find(hers[1] ?? '', true)).toBeNull()
  })

  test('somebody who has none gets one all the same', () => {
    const { held } = sessions()
    const hers = Array.from({ length: MOST_SESSIONS }, () => held.begin(rita))
    expect(held.find(held.begin(wanda), true)?.principal).toBe(wanda)
    expect(held.find(hers[0] ?? '', true)).toBeNull()
    expect(held.size).toBe(MOST_SESSIONS)
  })

  test('those that are over go first', () => {
    const { clock, held } = sessions()
    for (let i = 0; i < MOST_SESSIONS; i++) held.begin(rita)
    clock.ms += IDLE_MS
    held.begin(wanda)
    expect(held.size).toBe(1)
  })
})
