import type { Row } from './snapshot.ts'

/**
 * Moves those of the first `length` rows that pass to the front, in their order, and says how many they are. Sieve by sieve over all
 * rows is quicker than row by row through all of them, and a sieve of one column is a loop that calls nothing.
 */
export type Sieve = (rows: Int32Array, length: number) => number

type Column = Int32Array | Uint16Array | Uint8Array

/** Those that pass the sieves. @param rows are overwritten. */
export function sifted(rows: Int32Array, sieves: readonly Sieve[]): Int32Array {
  let { length } = rows
  for (const sieve of sieves) length = sieve(rows, length)
  return length === rows.length ? rows : rows.slice(0, length)
}

export function where(test: (row: Row) => boolean): Sieve {
  return (rows, length) => {
    let passed = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as Row
      if (test(row)) rows[passed++] = row
    }
    return passed
  }
}

export function atLeast(column: Int32Array, least: number): Sieve {
  return (rows, length) => {
    let passed = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as Row
      if ((column[row] as number) >= least) rows[passed++] = row
    }
    return passed
  }
}

export function atMost(column: Int32Array, most: number): Sieve {
  return (rows, length) => {
    let passed = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as Row
      if ((column[row] as number) <= most) rows[passed++] = row
    }
    return passed
  }
}

/** @param among 1 at each number that passes. */
export function oneOf(column: Column, among: Uint8Array): Sieve {
  return (rows, length) => {
    let passed = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as Row
      if (among[column[row] as number] === 1) rows[passed++] = row
    }
    return passed
  }
}

/** @param among 1 at each number that either column passes with. */
export function bothOf(one: Column, other: Column, among: Uint8Array): Sieve {
  return (rows, length) => {
    let passed = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as Row
      if (among[one[row] as number] === 1 && among[other[row] as number] === 1) rows[passed++] = row
    }
    return passed
  }
}

/** 1 at these numbers. */
export function tableOf(numbers: Iterable<number>): Uint8Array {
  const all = [...numbers].filter((each) => each >= 0)
  const table = new Uint8Array(all.reduce((most, each) => Math.max(most, each), -1) + 1)
  for (const each of all) table[each] = 1
  return table
}
