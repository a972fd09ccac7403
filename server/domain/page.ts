import { compareCodePoints } from './code-points.ts'
import { parseCursor, toCursor, type KeyTypes, type SortKey } from './cursor.ts'
import { compareNames } from './names.ts'

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Items of all pages. */
  readonly total: number
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  cursorOf(item: T): string
}

/** How a list stands in order and finds its place again. */
export interface Listing<T> {
  /** Says which list in which order; a cursor of another does not fit. */
  readonly name: string
  readonly keyTypes: KeyTypes
  /** Of no two items the same. */
  keyOf(item: T): SortKey
  /** Negative, 0 or positive. */
  compare(a: T, b: T): number
  /** Negative, 0 or positive: an item to a sort key, whose own item may have gone. */
  compareToKey(item: T, key: SortKey): number
}

/** A list by ascending keys: numbers, then names in NFC, all by code point; the last value is an id and compared as it stands. */
export function ascending<T>(name: string, keyTypes: KeyTypes, keyOf: (item: T) => SortKey): Listing<T> {
  return {
    name,
    keyTypes,
    keyOf,
    compare: (a, b) => compareKeys(keyOf(a), keyOf(b)),
    compareToKey: (item, key) => compareKeys(keyOf(item), key),
  }
}

/**
 * The page that follows a cursor. It holds what stands after the cursor's key now, whatever came or went meanwhile.
 * @param items in any order.
 * @param first most items of the page, at least 1. @param after null: from the beginning.
 * @throws CursorError
 */
export function pageOf<T>(items: Iterable<T>, listing: Listing<T>, first: number, after: string | null): Page<T> {
  const key = after === null ? null : parseCursor(listing.name, listing.keyTypes, after)
  let total = 0
  let passed = 0
  let next: T[] = []
  let last: T | null = null
  for (const item of items) {
    total++
    if (key && listing.compareToKey(item, key) <= 0) {
      passed++
      continue
    }
    if (last !== null && listing.compare(item, last) > 0) continue
    next.push(item)
    // Sorting now and then keeps a page of a long list cheap: most items are set aside by one comparison.
    if (next.length >= 4 * first + 64) {
      next = next.sort(listing.compare).slice(0, first + 1)
      last = next.at(-1) ?? null
    }
  }
  next.sort(listing.compare)
  return {
    items: next.slice(0, first),
    total,
    hasNextPage: next.length > first,
    hasPreviousPage: passed > 0,
    cursorOf: (item) => toCursor(listing.name, listing.keyOf(item)),
  }
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i]
    const right = b[i]
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : (i < a.length - 1 ? compareNames : compareCodePoints)(String(left), String(right))
    if (difference !== 0) return difference
  }
  return 0
}
