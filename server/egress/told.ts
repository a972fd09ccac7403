import { formatDay } from '../domain/days.ts'
import type { Outgoing } from './outgoing.ts'

/** The day under which it is read, as ISO text; null: nothing is known. */
export function knownOnText({ knownOn }: Outgoing): string | null {
  return knownOn === null ? null : formatDay(knownOn)
}

/** What is told, as a sentence for people who meet the file. */
export function describe(outgoing: Outgoing): string {
  const { collections, filter, total } = outgoing
  const day = knownOnText(outgoing)
  const of = collections.map(({ title }) => title).join(', ') || 'no collection'
  const narrowed = Object.keys(filter).length === 0 ? '' : `, where ${JSON.stringify(filter)}`
  return `${total} events of ${of}${day === null ? '' : `, as known on ${day}`}${narrowed}. Written by Entente.`
}
