import type { RecordKey } from '../domain/record-key.ts'
import type { Given } from './arguments.ts'
import { ArgumentError } from './errors.ts'

/** A collection has an id of one part, everything else one of two. */
const KEY = /^(?:collection:[^/]+|(?:source|actor|affiliation|event):[^/]+\/.+)$/s

/** The record that a text names; undefined: none is given. @throws ArgumentError */
export function recordKeyOf(argument: string, given: Given<string>): RecordKey | undefined {
  if (given === null || given === undefined) return undefined
  if (KEY.test(given)) return given as RecordKey
  const says =
    `${argument} is event:<collection>/<id>, source:<collection>/<id>, affiliation:<collection>/<id>, ` +
    `actor:<collection>/<actor> or collection:<id>; it was ${JSON.stringify(given)}.`
  throw new ArgumentError(argument, says)
}
