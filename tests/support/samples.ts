/** Whether random tests run all the cases that were asked of them, not the sample of every day. */
const DEEP = process.env['DEEP'] === '1'

const EVERY_DAY = 20_251_111

/**
 * Where random tests begin. The same cases every day, so that a failure belongs to the change and not to the day; other ones with
 * DEEP=1. ENTENTE_SEED=<number>, as a failure prints it, replays a run.
 * @throws RangeError where ENTENTE_SEED is no whole number of 32 bits.
 */
export function seed(): number {
  const given = process.env['ENTENTE_SEED']
  if (given === undefined || given === '') return DEEP ? Date.now() | 0 : EVERY_DAY
  const value = Number(given)
  if (value !== (value | 0)) throw new RangeError(`ENTENTE_SEED is a whole number of 32 bits; it is "${given}".`)
  return value
}

/** How many cases a random test runs: the sample, or all of them with DEEP=1. */
export function numRuns(sample: number, deep: number): number {
  return DEEP ? deep : sample
}

/** Registers what is too long for every day: with DEEP=1 only, and otherwise nothing at all, so that nothing counts as left out. */
export function deepOnly(register: () => void): void {
  if (DEEP) register()
}

/** Numbers from 0 to 1, the same for the same start (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
