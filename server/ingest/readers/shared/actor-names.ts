import type { Surface } from '../../rows/row.ts'
import { Fault, quoted } from './fault.ts'
import { Interned } from './interned.ts'

const LONGEST_NAME = 500

/** What stands in no name; lone halves of characters come from files that were cut badly. */
const CONTROL = /[\p{Cc}\p{Cs}]/u

/** @returns the name as rows give it on: no-break spaces as spaces, trimmed; empty: nobody. */
export function cleanName(text: string): string {
  return text.replaceAll(/[\u{a0}\u{202f}]/gu, ' ').trim()
}

/** What is wrong with a name; null: nothing. */
export function nameFault(name: string, column: number): Fault | null {
  if (name.length > LONGEST_NAME)
    return new Fault(
      column,
      `A name has at most ${LONGEST_NAME} characters; this one has ${name.length}.`,
      'name too long',
    )
  if (CONTROL.test(name))
    return new Fault(
      column,
      `${quoted(name)} holds a control character, which no name has.`,
      'control character in a name',
    )
  return null
}

/**
 * ICEWS writes a no-break space here, which ICEWS14 has lost where it is spread by ids, and ICEWS18 has not. Both are one actor.
 */
const LOST_SPACE = /\bXinjiangUyghur\b/g

/** Stands for an empty cell. */
const NOBODY = Symbol('nobody')

/** An actor of a benchmark, of which rows give the name alone; null: the name is empty. */
export function surfaceOf(text: string, column: number): Surface | Fault | null {
  const name = cleanName(text).replaceAll(LOST_SPACE, 'Xinjiang Uyghur')
  if (name === '') return null
  return nameFault(name, column) ?? { name, country: null, code: null, sectors: [] }
}

/** Actors that a row gives by their name alone. */
export class ActorNames {
  readonly #known: Interned<Surface | Fault | typeof NOBODY>

  constructor(column: number) {
    this.#known = new Interned((text) => surfaceOf(text, column) ?? NOBODY)
  }

  of(cell: string): Surface | Fault | null {
    const known = this.#known.of(cell)
    return known === NOBODY ? null : known
  }
}
