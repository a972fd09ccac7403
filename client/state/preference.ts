import { atom, type ReadableAtom } from 'nanostores'

/** A choice of this reader in this browser, which no link carries. */
export interface Preference<T extends string> {
  readonly $chosen: ReadableAtom<T>
  readonly choose: (value: T) => void
}

/**
 * Keeps a choice among the browser's own notes, where it may write there; else until the page is left.
 * @param values the first is the default
 */
export function preference<T extends string>(name: string, values: readonly [T, ...T[]]): Preference<T> {
  const key = `entente-${name}`
  const $chosen = atom<T>(values.find((value) => value === read(key)) ?? values[0])
  return {
    $chosen,
    choose(value) {
      $chosen.set(value)
      write(key, value)
    },
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing: the choice holds for as long as the page.
  }
}
