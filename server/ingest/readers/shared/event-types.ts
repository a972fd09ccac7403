import type { CodedAct } from '../../rows/row.ts'
import { codeOfName } from '../../meaning/cameo-table.ts'
import { Fault, quoted } from './fault.ts'
import { Interned } from './interned.ts'

/** How ICEWS and its benchmarks name their codes. */
export const ICEWS = 'CAMEO (ICEWS)'

const LONGEST = 300

/** Whether ICEWS has an event type of this name. */
export function isEventType(name: string): boolean {
  return codeOfName(name.trim(), 'ICEWS') !== null
}

/** Acts that a row gives by the name of their event type alone. */
export class EventTypes {
  readonly #known: Interned<CodedAct | Fault>

  constructor(column: number) {
    this.#known = new Interned((text) => {
      const name = text.replaceAll('\u{a0}', ' ').trim()
      if (name === '') return new Fault(column, 'The row names no event type.', 'no event type')
      if (name.length > LONGEST) return new Fault(column, `${quoted(name)} is no event type.`, 'no event type')
      return { type: 'coded', system: ICEWS, code: null, name, goldstein: null }
    })
  }

  of(cell: string): CodedAct | Fault {
    return this.#known.of(cell)
  }
}
