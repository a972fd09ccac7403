import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ATTACKS } from './attacks.ts'
import { fault, type Attack, type Front } from './attacks/attack.ts'
import { healthOf, startFronts, type Fronts } from './attacks/fronts.ts'

let fronts: Fronts
/** Begun before the others, because they wait for the server's time limits. */
const waiting = new Map<Attack, Promise<string | null>>()

const FRONTS: readonly Front[] = ['local', 'tokens', 'proxied']

beforeAll(async () => {
  fronts = await startFronts()
  for (const attack of ATTACKS.flatMap(([, attacks]) => attacks)) {
    if (attack.slow) waiting.set(attack, outcome(attack, 'tokens'))
  }
}, 60_000)

afterAll(async () => {
  await Promise.allSettled(waiting.values())
  await fronts?.stop()
})

async function outcome(attack: Attack, front: Front): Promise<string | null> {
  try {
    return fault(await attack.send(fronts.target(front)), attack.comes)
  } catch (error) {
    return String(error)
  }
}

test('there are more than a hundred, no two of one name', () => {
  const names = ATTACKS.flatMap(([, attacks]) => attacks.map(({ name }) => name))
  expect(names.length).toBeGreaterThan(100)
  expect(new Set(names).size).toBe(names.length)
})

describe.each(ATTACKS)('%s', (_, attacks) => {
  test.each(attacks.flatMap((attack) => attack.to.map((front) => [attack.name, front, attack] as const)))(
    '%s, to the server %s',
    async (_name, front, attack) => {
      expect(await (waiting.get(attack) ?? outcome(attack, front))).toBeNull()
    },
    100_000,
  )
})

describe('after all of them', () => {
  test.each(FRONTS)('the server %s answers as before', async (front) => {
    expect(await healthOf(fronts.target(front))).toEqual({
      names: ['United Kingdom', 'Canada', 'Legal experts', 'United Nations'],
      ready: true,
    })
  })

  test.each(FRONTS)('the server %s has logged no defect, no stack, no token and no line of anybody else’s', (front) => {
    const log = fronts.served(front).stderr()
    for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown, line).not.toThrow()
    expect(log).not.toContain('\u001b')
    expect(log).not.toMatch(/went wrong|A request failed|\n\s+at |-0123456789-abcdef/)
  })
})
