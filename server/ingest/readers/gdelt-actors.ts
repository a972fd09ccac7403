import type { Surface } from '../rows/row.ts'
import { COUNTRY, NAME, TYPES } from './gdelt-columns.ts'
import { cleanName, nameFault } from './shared/actor-names.ts'
import { Fault } from './shared/fault.ts'
import { Interned } from './shared/interned.ts'

const NOBODY = Symbol('nobody')

/** Codes run their parts of three letters together: USA, USAGOV, IGOEUREEC; those of peoples are lower-case: alg. */
const CODE = /^[A-Za-z0-9]{2,60}$/

/** The actors that stand from one column of the rows on. */
export class GdeltActors {
  readonly #known: Interned<Surface | Fault | typeof NOBODY>

  constructor(from: number) {
    this.#known = new Interned((text) => read(text.split('\t'), from))
  }

  /** @param text the ten columns of the actor, with the tabs between them */
  of(text: string): Surface | Fault | null {
    const known = this.#known.of(text)
    return known === NOBODY ? null : known
  }
}

function read(cells: readonly string[], from: number): Surface | Fault | typeof NOBODY {
  const code = (cells[0] ?? '').trim()
  const name = cleanName(cells[NAME] ?? '') || code
  if (name === '') return NOBODY
  const fault = nameFault(name, from + NAME + 1)
  if (fault) return fault
  if (code !== '' && !CODE.test(code))
    return new Fault(from + 1, 'An actor code is written in letters and digits, such as GBRGOV.', 'no actor code')
  return {
    name,
    country: (cells[COUNTRY] ?? '').trim() || null,
    code: code === '' ? null : { system: 'CAMEO', text: code },
    sectors: TYPES.map((at) => (cells[at] ?? '').trim()).filter((type) => type !== ''),
  }
}
