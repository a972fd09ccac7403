import { EdtfError, parseEdtf } from '../../domain/edtf.ts'

/** What is wrong with a value, as the middle of a sentence: `has no name`, `says 5 as its name`. Null: nothing. */
export type Fault = string | null

/** Letters of a value that a sentence shows. */
const SHOWN = 40

export function text(value: unknown, name: string): Fault {
  return typeof value === 'string' ? null : wrong(value, name)
}

export function textOrNone(value: unknown, name: string): Fault {
  return value === null ? null : text(value, name)
}

export function whole(value: unknown, name: string): Fault {
  return Number.isInteger(value) ? null : wrong(value, name)
}

export function wholeOrNone(value: unknown, name: string): Fault {
  return value === null ? null : whole(value, name)
}

export function flag(value: unknown, name: string): Fault {
  return typeof value === 'boolean' ? null : wrong(value, name)
}

export function oneOf(value: unknown, words: readonly string[], name: string): Fault {
  return typeof value === 'string' && words.includes(value) ? null : wrong(value, name)
}

export function texts(value: unknown, name: string): Fault {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? null : wrong(value, name)
}

export function list<T>(value: unknown, name: string, isPart: (part: T) => boolean): Fault {
  return Array.isArray(value) && value.every((part) => part !== null && isPart(part as T)) ? null : wrong(value, name)
}

/** A date as EDTF. */
export function edtf(value: unknown, name: string): Fault {
  if (typeof value !== 'string') return wrong(value, name)
  try {
    parseEdtf(value)
    return null
  } catch (error) {
    if (error instanceof EdtfError) return wrong(value, name)
    throw error
  }
}

export function edtfOrNone(value: unknown, name: string): Fault {
  return value === null ? null : edtf(value, name)
}

/** Where a record names another that is not among those that can be read. */
export function names(kind: string, id: unknown): string {
  return typeof id === 'string' ? `names the ${kind} ${id}, which cannot be read,` : `names no ${kind}`
}

/** @param value NaN: there is something that cannot be read, and is not known here. */
export function wrong(value: unknown, name: string): string {
  if (value === null || value === undefined) return `has no ${name}`
  if (Number.isNaN(value)) return `has as its ${name} what is none`
  return `says ${shorten(JSON.stringify(value))} as its ${name}`
}

function shorten(said: string): string {
  const letters = [...said]
  return letters.length <= SHOWN ? said : `${letters.slice(0, SHOWN).join('')}…`
}
