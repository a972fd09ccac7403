import { subtypeDefaults } from '../../domain/subtypes.ts'
import { EVENT_KINDS, MARKS, STAGES } from '../../domain/words.ts'
import { Fault, quoted } from '../readers/shared/fault.ts'
import { Interned } from '../readers/shared/interned.ts'
import type { CodedAct, StatedAct } from '../rows/row.ts'
import { readAct, type ActMeaning } from './act-words.ts'
import type { Places } from './columns.ts'
import { isCameo, type Field, type Mapping } from './mapping.ts'

/** A row whose act the mapping leaves out. */
export class LeftOut {
  readonly reason = 'The mapping leaves this act out.'
}

type Act = CodedAct | StatedAct | Fault | LeftOut

/** The fields that say what was done. */
const PARTS = ['act', 'mode', 'code', 'kind', 'subtype', 'stage', 'strength', 'mark', 'scope', 'goldstein'] as const
type Part = (typeof PARTS)[number]

const SEPARATOR = '\u{1f}'
const LONGEST = 300
const CODE = /^\d{2,4}$/
const MODE = ' / '

/** What was done in a row, by the cells of its fields: equal cells give the same object. */
export function actsOf(mapping: Mapping, places: Places): (cell: (field: Field) => string) => Act {
  const used = PARTS.filter((part) => places.at[part] >= 0 || places.constants[part] !== undefined)
  const reader = new ActReader(mapping, places)
  const known = new Interned((text): Act => {
    const cells = text.split(SEPARATOR)
    return reader.read((part) => cells[used.indexOf(part)] ?? '')
  })
  return (cell) => known.of(used.map((part) => cell(part).replaceAll(SEPARATOR, ' ')).join(SEPARATOR))
}

/** How acts and modes are looked up: case and spaces do not matter. */
export function actKey(act: string, mode = ''): string {
  const key = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  return mode.trim() === '' ? key(act) : `${key(act)}${MODE}${key(mode)}`
}

class ActReader {
  readonly #mapping: Mapping
  readonly #places: Places
  readonly #system: string
  readonly #acts: ReadonlyMap<string, ActMeaning | null>

  constructor(mapping: Mapping, places: Places) {
    this.#mapping = mapping
    this.#places = places
    this.#system = mapping.system ?? (this.#has('code') ? 'CAMEO' : 'own words')
    const acts = Object.entries(mapping.acts ?? {}).flatMap(([word, ours]) => {
      const read = readAct(ours)
      return read !== null && 'wrong' in read ? [] : [[actKey(...split(word)), read] as const]
    })
    this.#acts = new Map(acts)
  }

  read(cell: (part: Part) => string): Act {
    const goldstein = this.#goldstein(cell('goldstein'))
    if (goldstein instanceof Fault) return goldstein
    if (cell('code') !== '') return this.#coded(cell('code'), goldstein)
    if (cell('act') !== '') return this.#worded(cell, goldstein)
    if (cell('kind') !== '') return this.#stated(cell, null, '')
    return new Fault(null, 'The row does not say what was done.', 'no act')
  }

  #coded(code: string, goldstein: number | null): Act {
    if (CODE.test(code)) return { type: 'coded', system: this.#system, code, name: null, goldstein }
    return this.#fault('code', `${quoted(code)} is no CAMEO code; it has two to four digits.`, 'no event code')
  }

  #worded(cell: (part: Part) => string, goldstein: number | null): Act {
    const [act, mode] = [cell('act'), cell('mode')]
    if (act.length + mode.length > LONGEST)
      return this.#fault('act', `An act has at most ${LONGEST} characters.`, 'act too long')
    const keys = [actKey(act, mode), actKey(act)]
    const key = keys.find((each) => this.#acts.has(each))
    const meaning = key === undefined ? undefined : this.#acts.get(key)
    if (meaning === null) return new LeftOut()
    if (meaning) return this.#stated(cell, meaning, mode === '' ? act : `${act}${MODE}${mode}`)
    if (isCameo(this.#mapping)) return { type: 'coded', system: this.#system, code: null, name: act, goldstein }
    if (this.#mapping.acts === undefined && this.#has('code'))
      return this.#fault('code', 'The row has no code.', 'no event code')
    const what = quoted(mode === '' ? act : `${act}${MODE}${mode}`)
    return this.#fault(
      'act',
      `The mapping does not say what ${what} means. Say it under "acts".`,
      'act without a meaning',
    )
  }

  #stated(cell: (part: Part) => string, meaning: ActMeaning | null, code: string): Act {
    const kind = meaning?.kind ?? EVENT_KINDS.find((each) => each === upper(cell('kind')))
    if (!kind)
      return this.#fault('kind', `${quoted(cell('kind'))} is no kind. Kinds are ${EVENT_KINDS.join(', ')}.`, 'no kind')
    const subtype =
      cell('subtype')
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_') ||
      (meaning?.subtype ?? null)
    if (subtype !== null && !subtypeDefaults(kind, subtype))
      return this.#fault('subtype', `${quoted(subtype)} is no subtype of ${kind}.`, 'no subtype')
    const stage = cell('stage') === '' ? (meaning?.stage ?? null) : STAGES.find((each) => each === upper(cell('stage')))
    if (stage === undefined)
      return this.#fault('stage', `${quoted(cell('stage'))} is no stage. Stages are ${STAGES.join(', ')}.`, 'no stage')
    const mark = cell('mark') === '' ? null : MARKS.find((each) => each === upper(cell('mark')))
    if (mark === undefined)
      return this.#fault('mark', `${quoted(cell('mark'))} is no mark. Marks are ${MARKS.join(', ')}.`, 'no mark')
    const strength = this.#strength(cell('strength'), stage ?? 'ACTUAL')
    if (strength instanceof Fault) return strength
    const written = code || (subtype === null ? kind : `${kind} ${subtype}`)
    const scope = cell('scope') || null
    return { type: 'stated', system: this.#system, code: written, kind, subtype, stage, strength, mark, scope }
  }

  #strength(text: string, stage: string): number | null | Fault {
    if (text === '') return null
    const most = stage === 'ACTUAL' ? 3 : 1
    if (/^\d$/.test(text) && Number(text) <= most) return Number(text)
    const what = stage === 'ACTUAL' ? '0 to 3' : '0 or 1 for what is not ACTUAL'
    return this.#fault('strength', `${quoted(text)} is no strength; it is ${what}.`, 'no strength')
  }

  #goldstein(text: string): number | null | Fault {
    if (text === '') return null
    const value = Number(text)
    if (Math.abs(value) <= 10) return value
    return this.#fault(
      'goldstein',
      `${quoted(text)} is no Goldstein value; it goes from -10 to 10.`,
      'no Goldstein value',
    )
  }

  #has(part: Part): boolean {
    return this.#places.at[part] >= 0 || this.#places.constants[part] !== undefined
  }

  #fault(part: Part, reason: string, ofClass: string): Fault {
    const at = this.#places.at[part]
    return new Fault(at < 0 ? null : at + 1, reason, ofClass)
  }
}

/** The word of a mapping as act and mode. */
function split(word: string): [act: string, mode: string] {
  const [act = '', ...mode] = word.split(MODE)
  return [act, mode.join(MODE)]
}

function upper(text: string): string {
  return text.toUpperCase()
}
