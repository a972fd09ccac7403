import type { EventRow } from '../types.ts'
import { happenedWords } from '../tie/when.ts'
import { count, dayWords } from '../words/dates.ts'
import type { TimeAct } from './acts.ts'
import { capitalised, deedWords } from '../words/words.ts'
import { shortDayOfYear } from '../words/months.ts'

/** An event on both clocks: `The United Kingdom … Happened Sep to 11 Oct 2025. Became known 11 Nov 2025.` */
function eventOnClocks(event: EventRow): string {
  return `${event.sentence} ${clockWords(event)}`
}

/** What the tooltip of an act says. */
export function actTip({ events, label }: Pick<TimeAct, 'events' | 'label'>): string {
  const [only] = events
  return only && events.length === 1 ? eventOnClocks(only) : `${label}.`
}

/** What is heard of an act: what stands on it, then its kind and both clocks. */
export function actName({ events, label }: TimeAct): string {
  const [only] = events
  if (!only || events.length > 1) return `${label}.`
  return `${label}. ${capitalised(deedWords(only))}. ${clockWords(only)}`
}

function clockWords(event: EventRow): string {
  return `${happenedWords(event)}. Became known ${dayWords(event.reportedOn)}.`
}

/** `11 Nov · 17 acts became known` */
export function stackName(day: string, events: readonly EventRow[]): string {
  return `${shortDayOfYear(day)} · ${count(events.length, 'act')} became known`
}
